import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { holdAnswers } from './pages/hold-answers.ts'
import { UsagePage } from './pages/usage-page.ts'

/** The rows in sight; the others are not there. */
const rowsOf = (page: Page) => page.locator('tbody tr[aria-rowindex]')

const namesOf = async (page: Page) =>
  (await rowsOf(page).locator('th').allInnerTexts()).map((text) => text.trim()).slice(0, 3)

/** The usage of the rows in sight, to the byte. */
async function bytesIn(page: Page): Promise<number[]> {
  const titles = await rowsOf(page)
    .locator('td:nth-of-type(1) [title$=" bytes"]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title') ?? ''))
  return titles.map((title) => Number(title.replace(/\D/g, '')))
}

/** What does not fit in its cell; names of plans and of countries, which can be of any length, may be cut. */
function cutCells(page: Page): Promise<string[]> {
  return page.getByRole('table', { name: 'SIMs' }).evaluate((table) => {
    const heads = [...table.querySelectorAll('thead th')]
    const mayBeCut = heads.map((head) =>
      /^(Name|Account|Country|.*(fleet|plan))$/i.test(head.textContent?.trim() ?? ''),
    )
    const rows = [...table.querySelectorAll('tr')].filter(
      (row) => row.cells.length === heads.length,
    )
    return rows.flatMap((row) =>
      [...row.cells]
        .filter((cell, at) => !mayBeCut[at] && cell.scrollWidth > cell.clientWidth)
        .map((cell) => cell.textContent ?? ''),
    )
  })
}

async function sortBy(page: Page, name: RegExp | string): Promise<void> {
  await page.getByRole('columnheader', { name }).getByRole('button').click()
}

test.describe('SIMs', () => {
  test('of both products are found by any identifier and lead to their usage', async ({
    page,
    stack,
  }) => {
    const answer = await fetch(
      `${stack.gatewayUrl}/api/accounts/main/programmable-wireless/v1/Sims?PageSize=9&Status=active`,
    )
    const { sims }: { sims: { sid: string; iccid: string; friendly_name: string }[] } =
      await answer.json()
    const sim = sims[8]
    if (!sim) throw new Error('no SIM')
    await page.goto('/sims')
    await expect(page.getByText('500 SIMs', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('table', { name: 'SIMs' })).toHaveAttribute('aria-rowcount', '501')
    const search = page.getByRole('searchbox', { name: 'Find a SIM' })
    const spaced = sim.iccid.replace(/(.{4})/g, '$1 ')
    await search.fill(sim.friendly_name.toLowerCase())
    await expect(page.getByRole('link', { name: sim.friendly_name, exact: true })).toBeVisible()
    for (const text of [sim.iccid, spaced, sim.sid, `"${sim.iccid}" `]) {
      await search.fill(text)
      await expect(rowsOf(page)).toHaveCount(1)
      await expect(page.getByRole('link', { name: sim.friendly_name })).toBeVisible()
    }
    await page.getByRole('link', { name: sim.friendly_name }).click()
    await expect(page).toHaveURL(new RegExp(`/sims/${sim.sid}$`))
    await expect(page.getByRole('heading', { level: 1, name: sim.friendly_name })).toBeVisible()
    await expect(page.getByText(sim.iccid)).toBeVisible()
    await expect(page.getByText('active', { exact: true })).toBeVisible()
    await expect(page.getByText('Monthly limit')).toBeVisible()
    await expect(new UsagePage(page).panel('About this SIM')).toContainText(
      /(ended|open since) \d+ Nov 2026|none in the last 30 days/,
    )
    await expect(new UsagePage(page).panel('Data')).toBeVisible()
    await page.goBack()
    await expect(search).toHaveValue(`"${sim.iccid}" `)
  })

  test('are filtered and sorted, all in the address', async ({ page, expectAccessible }) => {
    await page.goto('/sims?product=super-sim&sort=name')
    await page.getByText('More filters').or(page.getByLabel('Status')).first().click()
    const option = page.getByLabel('Status').getByRole('option', { name: /^active \(\d+\)$/ })
    const count = Number(/\d+/.exec((await option.textContent()) ?? '')?.[0])
    await page.getByLabel('Status').selectOption('active')
    await expect(page).toHaveURL(/status=active/)
    await expect(page.getByRole('heading', { name: `${count} SIMs` })).toBeVisible()
    await page.getByLabel('Fleet').selectOption({ label: 'trucks-europe' })
    await expect(page).toHaveURL(/plan=HF/)
    await expect(page.getByRole('heading', { name: `${count} SIMs` })).toBeHidden()
    for (const text of await rowsOf(page).allInnerTexts()) expect(text).toContain('trucks-europe')
    const ascending = await namesOf(page)
    const heading = page.getByRole('columnheader', { name: 'Name' })
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    await sortBy(page, 'Name')
    await expect(heading).toHaveAttribute('aria-sort', 'descending')
    await expect(page).toHaveURL(/order=descending/)
    await expect.poll(() => namesOf(page)).not.toEqual(ascending)
    await expectAccessible()
    await page.getByLabel('Status').selectOption('')
    await page.getByRole('searchbox').fill('nobody')
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(page.getByRole('heading', { name: '500 SIMs' })).toBeVisible()
  })

  test('tell what each Super SIM used, cost and has left of its limit', async ({
    page,
    stack,
    expectAccessible,
  }) => {
    await page.goto(
      '/sims?product=super-sim&range=2026-11-01..2026-11-15&sort=usage&order=descending',
    )
    await expect(page.getByRole('region', { name: '200 SIMs' })).toHaveAttribute(
      'aria-busy',
      'false',
    )
    await expect(page.getByRole('note', { name: 'Progress' })).toBeHidden()
    const first = rowsOf(page).first()
    await expect(first).toContainText(/\$\d/)
    const amount = first.locator('[title$=" bytes"]')
    await expect(amount).toBeVisible()
    const shown = Number((await amount.getAttribute('title'))?.replace(/\D/g, ''))
    const href = await first.getByRole('link').getAttribute('href')
    const sid = href?.match(/HS[0-9a-f]{32}/)?.[0]
    const answer = await fetch(
      `${stack.gatewayUrl}/api/accounts/main/super-sim/v1/UsageRecords?Sim=${sid}&StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-16T00:00:00Z`,
    )
    const { usage_records: records }: { usage_records: { data_total: number }[] } =
      await answer.json()
    expect(shown).toBe(records[0]?.data_total)
    await expect(first).toContainText(/\$\d/)
    await expect(first).toContainText(/% of \d/)
    await expect(first.getByRole('img', { name: /^By day, 1 Nov – 15 Nov 2026/ })).toBeVisible()
    expect(await cutCells(page)).toEqual([])
    const amounts = await bytesIn(page)
    expect(amounts.length).toBeGreaterThan(5)
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
    await page.getByRole('button', { name: 'Export the SIMs' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV of all 200 rows' }).click()
    const file = await readFile(await (await downloading).path(), 'utf8')
    const rows = Papa.parse<Record<string, string>>(file, { header: true }).data
    expect(rows).toHaveLength(200)
    expect(rows.slice(0, amounts.length).map((row) => Number(row['usage (bytes)']))).toEqual(
      amounts,
    )
    expect(rows[0]).toMatchObject({ sid, state: 'final', 'not charged yet (bytes)': '0' })
    await expectAccessible()
  })

  test('of Programmable Wireless are gathered one by one to be sorted by usage', {
    tag: '@any-width',
  }, async ({ page }) => {
    await page.goto(
      '/sims?product=programmable-wireless&status=active&find=camera&range=last-7-days',
    )
    // By itself, as they are few: nobody has to ask for it.
    await expect(rowsOf(page).first().locator('[title$=" bytes"]')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Usage' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await expect(page.getByRole('note', { name: 'Gathering' })).toBeHidden({ timeout: 25_000 })
    await expect(page.getByRole('note', { name: 'Sorting' })).toBeHidden()
    expect(await cutCells(page)).toEqual([])
    const bytes = await bytesIn(page)
    expect(bytes.length).toBeGreaterThan(3)
    expect(bytes).toEqual(bytes.toSorted((a, b) => b - a))
  })

  test('that are gathered stay paused when the page is loaded again', {
    tag: '@any-width',
  }, async ({ page }) => {
    const held = await holdAnswers(page, '**/Sims/DE*/UsageRecords?*')
    await page.goto('/sims?product=programmable-wireless')
    const sorting = page.getByRole('note', { name: 'Sorting' })
    const gathering = page.getByRole('note', { name: 'Gathering' })
    await gathering.getByRole('button', { name: 'Pause' }).click()
    await expect(page).toHaveURL(/gather=paused/)
    held.release()
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload()
    await expect(gathering).toContainText(/Paused at \d+ of \d+ SIMs/)
    // A list that is sorted in part says so.
    await expect(sorting).toContainText('SIMs come last, as their usage is not known yet.')
    await gathering.getByRole('button', { name: 'Go on' }).click()
    await expect(page).toHaveURL(/gather=on/)
    await expect(gathering).toContainText(/Gathering usage SIM by SIM: [1-9]\d* of 300 SIMs/)
  })

  test('are there while the rest of the list still comes in', { tag: '@any-width' }, async ({
    page,
  }) => {
    const held = await holdAnswers(page, '**/super-sim/v1/Sims?*')
    await page.goto('/sims')
    await expect(page.getByText('Loading: 300 SIMs so far')).toBeVisible()
    await page.getByRole('searchbox').fill('camera 0117')
    await expect(page.getByRole('link', { name: 'Camera 0117' })).toBeVisible()
    held.release()
    await expect(page.getByText('500 SIMs', { exact: true }).first()).toBeVisible()
  })

  test('scroll by keyboard to the last of the list', async ({ page }) => {
    await page.goto('/sims?sort=sid&order=descending')
    await expect(rowsOf(page).first()).toHaveAttribute('aria-rowindex', '2')
    const before = await rowsOf(page).count()
    expect(before).toBeLessThan(60)
    await page.getByRole('group', { name: 'SIMs' }).focus()
    await page.keyboard.press('End')
    await expect(page.locator('tr[aria-rowindex="501"]')).toBeVisible()
    expect(await rowsOf(page).count()).toBeLessThan(60)
  })

  test('of a range that KORE no longer keeps have no usage, and say why', {
    tag: '@any-width',
  }, async ({ page }) => {
    await page.goto('/sims?product=super-sim&range=2024-01-01..2024-01-31')
    await expect(page.getByRole('note', { name: 'Retention' })).toContainText(
      /Usage before .+ is not/,
    )
    await expect(page.getByRole('region', { name: '200 SIMs' })).toBeVisible()
    await expect(page.getByRole('note', { name: 'Missing usage' })).toHaveCount(0)
    await expect(rowsOf(page).first().locator('td:nth-of-type(1)')).toHaveText('–')
  })

  test('that match nothing say so', { tag: '@any-width' }, async ({ page }) => {
    await page.goto('/sims?find=nobody')
    await expect(page.getByText('No SIM matches “nobody”')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await expect(page.getByRole('heading', { name: '500 SIMs' })).toBeVisible()
  })

  test.describe('unknown', { tag: '@any-width' }, () => {
    test.use({ failuresExpected: true })

    test('to KORE are not found', async ({ page }) => {
      await page.goto(`/sims/DE${'0'.repeat(32)}`)
      await expect(page.getByRole('alert')).toContainText('There is no such SIM')
    })
  })

  test('whose SID is none are explained', { tag: '@any-width' }, async ({ page }) => {
    await page.goto('/sims/truck-1')
    await expect(page.getByText('This is not the SID of a SIM')).toBeVisible()
    await page.getByRole('link', { name: 'Search the list of SIMs' }).click()
    await expect(page).toHaveURL(/\/sims\?find=truck-1/)
  })
})
