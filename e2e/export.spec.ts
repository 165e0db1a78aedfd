import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { readWorkbook } from '../src/testing/read-workbook.ts'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

/** Chooses a way to take a panel's numbers away, and reads the file. */
async function saved(page: Page, panel: string, item: string | RegExp) {
  await page.getByRole('button', { name: `Export ${panel}`, exact: true }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  const download = await downloading
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

test.describe('export', () => {
  test('as CSV and JSON adds up to what the page shows', async ({ page, expectAccessible }) => {
    await page.goto('/account?product=super-sim&range=last-30-days&group=fleet')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    const total = await view.exactBytes(view.figure('Total data'))
    const { name, content } = await saved(page, 'Data', 'CSV of all 30 rows')
    expect(name).toBe('roamboard-data_2026-10-22_2026-11-20.csv')
    const [head = '', ...lines] = content.toString().split('\r\n')
    expect(head).toMatch(/^start,end,state,total \(bytes\),kiosks \(bytes\),/)
    expect(lines).toHaveLength(30)
    const cells = lines.map((line) => line.split(','))
    expect(cells.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(total)
    for (const row of cells) {
      const parts = row.slice(4).reduce((sum, amount) => sum + Number(amount), 0)
      expect(parts).toBe(Number(row[3]))
    }
    expect(cells.map(([, , state]) => state).slice(-3)).toEqual([
      'final',
      'provisional',
      'provisional',
    ])

    const shown = await saved(page, 'Data', 'CSV of the 7 rows shown')
    expect(shown.content.toString().split('\r\n')).toEqual([head, ...lines.slice(-7)])
    const json = JSON.parse((await saved(page, 'Data', 'JSON')).content.toString())
    expect(json).toMatchObject({ product: 'super-sim', accounts: ['main'], unit: 'bytes', total })
    await view.showChart('Cost in USD')
    await page.getByRole('button', { name: 'Export Cost in USD', exact: true }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectAccessible()
  })

  test('as Excel comes first and says what JSON says, however long', async ({ page }) => {
    await page.goto('/account?range=2026-10-01..2026-10-31&by=hour')
    await page.getByRole('button', { name: 'Export Data', exact: true }).click()
    await expect(page.getByRole('menuitem').first()).toHaveText('Excel')
    await page.keyboard.press('Escape')
    const { name, content } = await saved(page, 'Data', 'Excel')
    expect(name).toBe('roamboard-data_2026-10-01_2026-10-31.xlsx')
    const { rows, formulas } = readWorkbook(content)
    expect(formulas).toBe(0)
    const [head = [], ...hours] = rows
    expect(hours).toHaveLength(744)
    const json = JSON.parse((await saved(page, 'Data', 'JSON')).content.toString())
    const parts: { name: string }[] = json.buckets[0].parts
    expect(head).toEqual([
      'start',
      'end',
      'state',
      'total (bytes)',
      ...parts.map((part) => `${part.name} (bytes)`),
    ])
    expect(hours.map((row) => row.slice(0, 4))).toEqual(
      json.buckets.map((hour: { start: string; end: string; state: string; total: number }) => [
        new Date(hour.start),
        new Date(hour.end),
        hour.state,
        hour.total,
      ]),
    )
    expect(json.total).toBeGreaterThan(0)
  })

  test('of the list of SIMs has every digit of an ICCID, in Excel and in JSON', async ({
    page,
  }) => {
    await page.goto('/sims?product=super-sim&range=2026-11-01..2026-11-15')
    await expect(page.getByRole('region', { name: '200 SIMs' })).toHaveAttribute(
      'aria-busy',
      'false',
    )
    const { name, content } = await saved(page, 'the SIMs', 'Excel')
    expect(name).toBe('roamboard-sims_2026-11-01_2026-11-15.xlsx')
    const [head = [], ...rows] = readWorkbook(content).rows
    const iccids = rows.map((row) => row[head.indexOf('iccid')])
    expect(iccids).toHaveLength(200)
    for (const iccid of iccids) expect(iccid).toMatch(/^\d{19,22}$/)
    const json = JSON.parse((await saved(page, 'the SIMs', 'JSON')).content.toString())
    expect(json.rows.map((row: { iccid: string }) => row.iccid)).toEqual(iccids)
    expect(json).toMatchObject({ start: '2026-11-01T00:00:00.000Z' })
  })

  test('as a picture has the title, the legend and the colours of the page', async ({ page }) => {
    await page.goto('/account?range=last-30-days')
    const view = new UsagePage(page)
    await expect(view.panel('Data').locator('[data-part] path').first()).toBeAttached()
    const { name, content } = await saved(page, 'Data', 'Chart as SVG')
    expect(name).toBe('roamboard-data_2026-10-22_2026-11-20.svg')
    const svg = content.toString()
    expect(svg).toContain('Data, 22 Oct – 20 Nov 2026 UTC')
    expect(svg).toContain('International roaming')
    expect(svg).toContain('Hatched: not final')
    // A file has no styles of the page to take its look from.
    expect(svg).not.toMatch(/var\(|class=|style=/)
    // A picture that stands alone is still one.
    const size = await page.evaluate(async (text) => {
      const image = new Image()
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    }, svg)
    const png = await saved(page, 'Data', 'Chart as PNG')
    expect(png.content.subarray(1, 4).toString()).toBe('PNG')
    expect([png.content.readUInt32BE(16), png.content.readUInt32BE(20)]).toEqual(
      size.map((length) => length * 2),
    )
  })

  test('is copied into a spreadsheet', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/account?range=last-7-days&rows=all&chart=commands')
    await page.getByRole('button', { name: 'Export Commands', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Copy the table' }).click()
    await expect(page.getByText('Copied.')).toBeVisible()
    const rows = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(rows).toHaveLength(8)
    expect(rows[0]?.split('\t').slice(0, 4)).toEqual(['start', 'end', 'state', 'total (commands)'])
  })

  test('on paper is light, has no buttons, and is as wide as the paper', async ({ page }) => {
    await page.goto('/account?range=last-7-days')
    const chart = new UsagePage(page).panel('Data').locator('.recharts-surface').first()
    await expect(chart).toBeVisible()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 700, height: 1000 })
    await expect(page.getByRole('button', { name: 'Export Data' })).toBeHidden()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    await expect(page.getByRole('button', { name: 'Export Data' })).toBeVisible()
  })
})
