import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { STACK_NOW } from '#testing/stack.ts'
import { expect, test } from './fixtures.ts'
import { inOneLine, type Paper, printedText } from './pages/pdf-text.ts'
import { UsagePage } from './pages/usage-page.ts'

// Few SIMs: each of Programmable Wireless is asked for alone.
test.use({ accounts: ['main', 'north', 'south'], sandbox: { sims: 9, superSims: 40 } })

const OCTOBER = '/report?account=all&month=2026-10'

const standing = (page: Page) => page.getByRole('note', { name: 'How final this report is' })

/** Waits until all of a report is there. */
async function openReport(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(standing(page)).toBeVisible({ timeout: 30_000 })
  await expect(standing(page)).not.toContainText('Loading', { timeout: 45_000 })
}

const table = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** The words of each row of some tables, cell by cell. */
function rowsOf(tables: Locator): Promise<string[][]> {
  return tables
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    )
}

/** Exact bytes or money behind the first amount of a row. */
async function exactAmount(row: Locator): Promise<number> {
  const title = await row.locator('td [title]').first().getAttribute('title')
  return Number((title ?? '').replace(/[^\d.]/g, ''))
}

test.describe('the report of a month', () => {
  test.setTimeout(120_000)

  test('is final, holds the totals of the usage views, and leads to them', async ({ page }) => {
    await openReport(page, OCTOBER)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Final report, Oct 2026')
    await expect(standing(page)).toContainText('Final and charged in full')
    const totals = table(page, 'Totals')
    for (const name of ['Programmable Wireless: Cost in EUR', 'Super SIM: Cost in USD']) {
      await expect(totals.getByRole('row', { name })).toContainText('Final')
    }
    const row = totals.getByRole('row', { name: /^Super SIM: Data/ })
    const bytes = await exactAmount(row)
    const paid = await exactAmount(totals.getByRole('row', { name: /^Super SIM: Cost in EUR/ }))
    await row.getByRole('link').click()
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toBeVisible()
    await expect(page).toHaveURL(/range=2026-10-01..2026-10-31/)
    expect(await view.exactBytes(view.figure('Total data'))).toBe(bytes)
    const euros = view.figure('Cost in EUR').locator('[title$=" EUR"]').first()
    expect(Number((await euros.getAttribute('title'))?.replace(/[^\d.]/g, ''))).toBe(paid)
  })

  test('tells each account, part, plan, country, network and fleet, and single SIMs', async ({
    page,
  }) => {
    await openReport(page, OCTOBER)
    const names = await page.getByRole('heading', { level: 3 }).allTextContents()
    for (const name of [
      ...['Totals', 'By account, all products', 'By home and roaming', 'By rate plan'],
      ...['By country', 'By network', 'By fleet', 'By account'],
      ...['Why the cost in USD changed, by country', 'Why the cost in EUR changed, by network'],
      ...['The 10 SIMs that cost most in EUR', 'The 10 SIMs whose cost in USD grew most'],
      ...['The 10 SIMs that grew most', 'SIMs over a limit', 'SIMs that went silent', 'By day'],
    ]) {
      expect(names).toContain(name)
    }
  })

  test('does not look final before it is', async ({ page, stack }) => {
    for (const [moment, title] of [
      ['2026-10-31T23:59:00Z', 'Preliminary: the month is running'],
      ['2026-11-01T23:59:00Z', 'Preliminary: final from 3 Nov 2026, 00:00 UTC, charged in full'],
      ['2026-11-02T00:00:00Z', 'Preliminary: final from 3 Nov 2026, 00:00 UTC'],
      ['2026-11-02T23:59:00Z', 'Preliminary: final from 3 Nov 2026, 00:00 UTC'],
      ['2026-11-03T00:00:00Z', 'Final and charged in full'],
    ] as const) {
      await stack.moveClock(new Date(moment))
      stack.forget()
      await openReport(page, '/report?account=main&month=2026-10')
      await expect(standing(page), moment).toContainText(title)
      const name = title.startsWith('Final') ? 'Final report' : 'Preliminary report'
      await expect(page).toHaveTitle(new RegExp(`^${name}, Oct 2026`))
    }
    await stack.moveClock(STACK_NOW)
  })

  test('of a running month tells what it is expected to come to, with its record', async ({
    page,
  }) => {
    await openReport(page, '/report?account=main&month=2026-11')
    const expected = table(page, 'Expected at the end of the month').first()
    await expect(expected).toContainText(/such a range held \d+ of \d+ times/)
    await expect(table(page, 'Totals')).toContainText('settled days alone')
    // The numbers beside it are of the whole month so far.
    await expect(new UsagePage(page).figure('Data')).toContainText(/\(17 of 30 days\) vs Oct 2026/)
  })

  test('is taken away whole, and table by table', async ({ page }) => {
    await openReport(page, '/report?account=main&month=2026-10')
    const take = async (button: string, way: RegExp) => {
      await page
        .getByRole('button', { name: `Export ${button}`, exact: true })
        .first()
        .click()
      const downloading = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: way }).click()
      const download = await downloading
      return {
        text: await readFile(await download.path(), 'utf8'),
        name: download.suggestedFilename(),
      }
    }
    const json = await take('the whole report', /^JSON/)
    expect(json.name).toBe('roamboard-report_2026-10-01_2026-10-31.json')
    const content = JSON.parse(json.text)
    expect(content).toMatchObject({ standing: 'final', accounts: ['main'], isChargedInFull: true })
    const shown = await page.getByRole('heading', { level: 3 }).count()
    expect(content.tables).toHaveLength(shown)
    const countries = await take('the table By network', /^CSV/)
    const rows = await table(page, 'By network').locator('tbody tr').count()
    expect(countries.text.split('\r\n')).toHaveLength(rows + 1)
  })

  for (const paper of ['A4', 'Letter'] as const) {
    test(`stands on ${paper} with every row of every table, once`, async ({ page }) => {
      await openReport(page, '/report?account=main&month=2026-10')
      await expectRowsPrinted(page, paper, page.getByRole('table'))
    })
  }

  test('is accessible, by its keys, and when it cannot be read', async ({
    page,
    expectAccessible,
  }) => {
    await openReport(page, '/report?product=super-sim&account=north&month=2026-10')
    await expectAccessible()
    await page.emulateMedia({ forcedColors: 'active' })
    await page.setViewportSize({ width: 320, height: 700 })
    await expectAccessible(['color-contrast', 'target-size'])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: /^Earlier: Sep 2026/ }).press('Enter')
    await expect(page).toHaveURL(/month=2026-09/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Sep 2026')
    await page.goto('/report?month=2027-01')
    await expect(page.getByText('This month has not begun')).toBeVisible()
  })
})

/** Every cell of every row is on paper; a row that names a country, a day or a SIM no more often than on the screen. */
async function expectRowsPrinted(page: Page, paper: Paper, tables: Locator): Promise<void> {
  const rows = await rowsOf(tables)
  const sheets = await printedText(page, paper)
  const text = sheets.join(' ').replace(/\s/g, '')
  expect(rows.length).toBeGreaterThan(60)
  const cells = rows.flat().map((cell) => inOneLine(cell).replace(/\s/g, ''))
  const missing = cells.filter((cell) => cell !== '' && !text.includes(cell))
  expect(missing).toEqual([])
  const day = 'Thu,15Oct2026'
  const onScreen = cells.filter((cell) => cell.includes(day)).length
  expect(text.split(day)).toHaveLength(onScreen + 1)
}

test.describe('the usage of a month', () => {
  test.setTimeout(90_000)

  for (const paper of ['A4', 'Letter'] as const) {
    test(`stands on ${paper} with every country, every day and every name`, async ({ page }) => {
      await page.goto(
        '/account?product=super-sim&account=main&range=2026-10-01..2026-10-31&group=country',
      )
      const view = new UsagePage(page)
      await expect(view.panel('By country')).toHaveAttribute('aria-busy', 'false')
      const countries = (await rowsOf(view.panel('By country'))).map(([name = '']) => name)
      expect(countries.length).toBeGreaterThan(5)
      const text = (await printedText(page, paper)).join(' ').replace(/\s/g, '')
      const wanted = [
        ...countries,
        ...Array.from({ length: 31 }, (_, day) => `${day + 1} Oct 2026`),
        'Data by period',
      ]
      expect(wanted.filter((word) => !text.includes(word.replace(/\s/g, '')))).toEqual([])
    })
  }
})
