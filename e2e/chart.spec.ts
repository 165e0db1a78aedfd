import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { readRecords } from './pages/read-records.ts'
import { UsagePage } from './pages/usage-page.ts'

interface WireRecord {
  readonly iso_country: string | null
  readonly data_total: number
  readonly data_total_billed: number | string
}

const OCTOBER = 'StartTime=2026-10-01T00:00:00Z&EndTime=2026-11-01T00:00:00Z&Granularity=all'

test.describe('the chart', () => {
  test('shows what a figure says, by mouse and by keyboard, and keeps it in the address', async ({
    page,
  }) => {
    await page.goto('/account?product=super-sim&range=2026-10-01..2026-10-31&group=country')
    const view = new UsagePage(page)
    await view.showChart('Cost in USD')
    await expect(page).toHaveURL(/chart=cost/)
    await expect(view.panel('Cost in USD')).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await expect(view.panel('Data')).toBeVisible()
    await expect(view.figure('Total data')).toBeFocused()
    await expect(page).not.toHaveURL(/chart=/)
  })

  test('names the ten that cost most where it shows cost, whatever their bytes', async ({
    page,
    stack,
  }) => {
    const all = await readRecords<WireRecord>(stack.gatewayUrl, `${OCTOBER}&Group=isoCountry`)
    const name = new Intl.DisplayNames('en', { type: 'region' })
    const largest = (amount: (record: WireRecord) => number) =>
      all
        .toSorted((a, b) => amount(b) - amount(a))
        .slice(0, 10)
        .map(({ iso_country: country }) => name.of(country ?? '') ?? '')
    const costs = largest((record) => Number(record.data_total_billed))
    expect(costs.toSorted()).not.toEqual(largest((record) => record.data_total).toSorted())
    await page.goto(
      '/account?product=super-sim&range=2026-10-01..2026-10-31&group=country&chart=cost',
    )
    const parts = new UsagePage(page)
      .panel('Cost in USD')
      .getByRole('list', { name: 'Parts' })
      .getByRole('button')
    await expect(parts).toHaveCount(11)
    const names = await parts.evaluateAll((found) =>
      found.map((one) => one.querySelector('[title]')?.textContent),
    )
    expect(names.slice(0, 10)).toEqual(costs)
  })

  test('lights one part, shows it alone at a click, and all of them at another', async ({
    page,
  }) => {
    await page.goto('/account?range=2026-10-01..2026-10-10')
    const chart = new UsagePage(page).panel('Data')
    const bars = (part: string) => chart.locator(`[data-part=${part}] path`).first()
    const roaming = chart.getByRole('button', { name: /^National roaming/ })
    await roaming.hover()
    await expect(chart.locator('[data-part=home]')).toHaveAttribute('data-dimmed', 'true')
    await expect(chart.locator('[data-part=nationalRoaming]')).toHaveAttribute(
      'data-dimmed',
      'false',
    )
    await roaming.click()
    await expect(roaming).toHaveAttribute('aria-pressed', 'true')
    await expect(bars('home')).toHaveAttribute('d', '')
    await expect(bars('nationalRoaming')).toHaveAttribute('d', /^M/)
    await roaming.press('Enter')
    await expect(bars('home')).toHaveAttribute('d', /^M/)
  })

  test('leads from a bar to its SIMs and on to one of them, with the range kept', async ({
    page,
    viewport,
  }) => {
    await page.goto('/account?product=super-sim&range=2026-10-01..2026-10-10&country=DE')
    const chart = new UsagePage(page).panel('Data').locator('.recharts-surface').first()
    await expect(chart).toBeVisible()
    const box = await chart.boundingBox()
    if (!box) throw new Error('no chart')
    await chart.click({ position: { x: box.width / 2, y: box.height / 2 } })
    const narrow = (viewport?.width ?? 0) < 768
    await page.getByRole(narrow ? 'link' : 'menuitem', { name: 'The SIMs of it' }).click()
    await expect(page).toHaveURL(/range=2026-10-0\d\.\.2026-10-0\d&.*group=sim&country=DE/)
    await new UsagePage(page).panel('By SIM').locator('tbody a').first().click()
    await expect(page).toHaveURL(/\/sims\/HS[0-9a-f]{32}\?range=2026-10-0\d\.\.2026-10-0\d/)
  })

  test('is zoomed to one bar by a drag within it, and shows no box after a press', async ({
    page,
    viewport,
  }) => {
    test.skip((viewport?.width ?? 0) < 768, 'a finger scrolls')
    await page.goto('/account?range=2026-10-01..2026-10-04')
    const chart = new UsagePage(page).panel('Data').locator('.recharts-surface').first()
    await expect(chart).toBeVisible()
    await chart.scrollIntoViewIfNeeded()
    const box = await chart.boundingBox()
    if (!box) throw new Error('no chart')
    const x = box.x + 64 + ((box.width - 72) / 4) * 1.5
    await page.mouse.move(x - 20, box.y + 100)
    await page.mouse.down()
    await page.mouse.move(x + 20, box.y + 100)
    await expect(page.locator('.recharts-tooltip-wrapper')).toBeHidden()
    await expect(chart).toHaveCSS('outline-style', 'none')
    await page.mouse.up()
    await expect(page).toHaveURL(/range=2026-10-02\.\.2026-10-02/)
  })

  test('has tables that are sorted by any column, and taken away whole', async ({ page }) => {
    await page.goto(
      '/account?product=super-sim&range=2026-10-01..2026-10-31&group=country&compare=last-month',
    )
    const table = new UsagePage(page).panel('By country')
    const change = table.getByRole('columnheader', {
      name: 'Change of cost (USD, 31 days with 30 days)',
    })
    await change.getByRole('button').click()
    await expect(change).toHaveAttribute('aria-sort', 'descending')
    const grown = await table.locator('tbody tr td:nth-last-child(1)').first().innerText()
    expect(grown).toMatch(/^\+\$[\d,.]+ /)
    const count = await table.locator('tbody tr').count()
    await table.getByRole('button', { name: /^Export the table/ }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /CSV/ }).click()
    const path = await (await downloading).path()
    const lines = (await readFile(path, 'utf8')).split('\r\n')
    expect(lines[0]).toMatch(
      /^Country,data \(bytes\),share \(%\),"change of data \(bytes, 31 days with 30 days\)",/,
    )
    expect(lines).toHaveLength(count + 1)
  })

  test('is on paper with every country and every day', async ({ page }) => {
    await page.goto('/account?product=super-sim&range=2026-10-01..2026-10-31&group=country')
    const view = new UsagePage(page)
    const rows = view.panel('By country').locator('tbody tr')
    await expect(rows.first()).toBeVisible()
    const countries = await rows.locator('th').allInnerTexts()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await expect(view.panel('By country').locator('tbody th')).toHaveText(countries)
    for (const country of await view.panel('By country').locator('tbody th').all()) {
      await expect(country).toBeVisible()
    }
    await expect(view.periods('Data').locator('tbody tr')).toHaveCount(31)
    const parts = view.panel('Data').getByRole('list', { name: 'Parts' }).getByRole('listitem')
    await expect(parts.first()).toBeVisible()
  })
})
