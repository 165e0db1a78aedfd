import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('comparison', () => {
  test('holds a week against the week before, in chart, figures and table', async ({ page }) => {
    const view = new UsagePage(page)
    const totals: number[] = []
    for (const range of ['2026-10-01..2026-10-07', '2026-10-08..2026-10-14']) {
      await page.goto(`/account?range=${range}`)
      await expect(view.figure('Total data')).toBeVisible()
      totals.push(await view.exactBytes(view.figure('Total data')))
    }
    const [before = 0, now = 0] = totals
    await view.choose('Compare', 'Previous period')
    await expect(page).toHaveURL(/compare=previous/)
    await view.showTable('Compared')
    const panel = view.panel('Compared with 1 Oct – 7 Oct 2026')
    const row = panel.getByRole('row', { name: /^Data/ })
    expect(await view.exactBytes(row.getByRole('cell').nth(0))).toBe(now)
    expect(await view.exactBytes(row.getByRole('cell').nth(1))).toBe(before)
    await expect(panel).toContainText('7 of 7 days compared')
    const growth = `${now > before ? '+' : '−'}${Math.abs((now / before - 1) * 100).toFixed(1)}%`
    await expect(row).toContainText(growth)
    await expect(view.figure('Total data')).toContainText(`${growth} vs 1 Oct – 7 Oct 2026`)
    await expect(view.panel('Data').locator('[data-comparison]')).toBeAttached()
    await expect(view.panel('Data').getByLabel('Legend')).toContainText('1 Oct – 7 Oct 2026')
    await view.showTable('Days')
    await expect(view.periods('Data').getByRole('columnheader', { name: 'Before' })).toBeVisible()
    await view.choose('Compare', 'Off')
    await expect(panel).toBeHidden()
    await expect(page).not.toHaveURL(/compare/)
  })

  test('leaves late days out, unless asked to count them', async ({ page }) => {
    await page.goto('/account?range=last-7-days&compare=previous')
    const view = new UsagePage(page)
    const panel = view.panel('Compared with 7 Nov – 13 Nov 2026')
    await view.showTable('Compared')
    await expect(panel).toContainText('4 of 7 days compared, the others are not settled')
    await view.showTable('Days')
    const newest = view.periods('Data').locator('tbody tr').first()
    await expect(newest.getByRole('cell').nth(1)).toHaveText('–')
    await view.choose('What is compared', 'All so far')
    await expect(page).toHaveURL(/compared=all/)
    await expect(newest.getByRole('cell').nth(1)).not.toHaveText('–')
  })

  test('compares the same members of a group, and money only with its own', async ({ page }) => {
    await page.goto(
      '/account?product=super-sim&group=sim&range=2026-11-01..2026-11-03&compare=last-month',
    )
    const view = new UsagePage(page)
    const panel = view.panel('Compared with 1 Oct – 3 Oct 2026')
    const sims = view.panel('By SIM').locator('tbody a')
    await expect(sims).toHaveCount(10)
    const names = await sims.allTextContents()
    await view.showTable('Compared')
    for (const name of names) {
      await expect(panel.getByRole('rowheader', { name, exact: true }).first()).toBeVisible()
    }
    await expect(panel.getByRole('rowheader', { name: 'Cost in USD' })).toBeVisible()
  })
})

test.describe('comparison of months', () => {
  test('holds the 30th against the 30th, and a range up to it whole', async ({ page }) => {
    const view = new UsagePage(page)
    await page.goto(
      '/account?range=2026-10-30..2026-10-30&by=day&compare=last-month&table=compared',
    )
    await expect(view.panel('Compared with 30 Sep 2026')).toContainText('1 of 1 day compared')
    await page.goto(
      '/account?range=2026-10-01..2026-10-30&by=day&compare=last-month&table=compared',
    )
    const month = view.panel('Compared with 1 Sep – 30 Sep 2026')
    await expect(month).toContainText('30 of 30 days compared')
    const total = await view.exactBytes(
      month.getByRole('row', { name: /^Data/ }).getByRole('cell').nth(1),
    )
    await page.goto(
      '/account?range=2026-10-01..2026-10-30&by=total&compare=last-month&table=compared',
    )
    const row = month.getByRole('row', { name: /^Data/ })
    expect(await view.exactBytes(row.getByRole('cell').nth(1))).toBe(total)
    await page.goto(
      '/account?range=2026-03-01..2026-03-28&by=day&compare=last-month&table=compared',
    )
    await expect(view.panel('Compared with 1 Feb – 28 Feb 2026')).toContainText('28 of 28 days')
  })

  test('holds one total against all its days, at the end of the day', async ({ page, stack }) => {
    await stack.moveClock(new Date('2026-03-31T23:59:59Z'))
    const view = new UsagePage(page)
    // What the sandbox says of the same days, hour by hour.
    await page.goto('/account?range=2025-09-01..2025-09-30&by=hour')
    const before = await view.exactBytes(view.figure('Total data'))
    await page.goto('/account?range=2025-10-01..2025-10-30&by=hour')
    const now = await view.exactBytes(view.figure('Total data'))
    await page.goto(
      '/account?range=2025-10-01..2025-10-30&by=total&compare=last-month&table=compared',
    )
    const row = view.panel('Compared with 1 Sep – 30 Sep 2025').getByRole('row', { name: /^Data/ })
    expect(await view.exactBytes(row.getByRole('cell').nth(0))).toBe(now)
    expect(await view.exactBytes(row.getByRole('cell').nth(1))).toBe(before)
  })

  test('has the days of a total that have a counterpart', async ({ page }) => {
    const view = new UsagePage(page)
    const sums: number[][] = []
    for (const by of ['day', 'total']) {
      await page.goto(
        `/account?range=2026-03-01..2026-03-30&by=${by}&compare=last-month&table=compared`,
      )
      const panel = view.panel('Compared with 1 Feb – 28 Feb 2026')
      await expect(panel).toContainText('28 of 30 days compared, the others have no counterpart')
      await expect(view.figure('Total data')).toContainText('(28 of 30 days) vs 1 Feb – 28 Feb')
      const cells = panel.getByRole('row', { name: /^Data/ }).getByRole('cell')
      sums.push([await view.exactBytes(cells.nth(0)), await view.exactBytes(cells.nth(1))])
    }
    expect(sums[0]).toEqual(sums[1])
  })

  test('holds a whole month against a whole month, and says per day', async ({ page }) => {
    const view = new UsagePage(page)
    const totals: number[] = []
    for (const range of ['2026-09-01..2026-09-30', '2026-10-01..2026-10-31']) {
      await page.goto(`/account?range=${range}&by=day`)
      totals.push(await view.exactBytes(view.figure('Total data')))
    }
    const [before = 0, now = 0] = totals
    await page.goto('/account?range=2026-10-01..2026-10-31&by=day&compare=last-month')
    const signed = (share: number) =>
      `${share < 1 ? '−' : '+'}${Math.abs((share - 1) * 100).toFixed(1)}%`
    const daily = now / 31 / (before / 30)
    await expect(view.figure('Total data')).toContainText(
      `${signed(now / before)}, per day ${signed(daily)} (31 days with 30 days) vs 1 Sep – 30 Sep 2026`,
    )
  })

  test('says that a date is not in the month before', async ({ page }) => {
    await page.goto('/account?range=2026-10-31..2026-10-31&compare=last-month')
    const note = page.getByRole('note', { name: 'Comparison' })
    await expect(note).toContainText('No day of this range has the same date')
    await expect(note).not.toContainText('KORE keeps')
  })
})

test.describe('comparison under a fault', () => {
  test.use({ failuresExpected: true })

  test('says so where there is nothing to compare with', async ({ page, stack }) => {
    await page.goto('/account?range=2025-11-01..2025-11-07&compare=last-year')
    const note = page.getByRole('note', { name: 'Comparison' })
    await expect(note).toContainText('There is nothing to compare with 1 Nov – 7 Nov 2024')
    await expect(new UsagePage(page).panel('Data')).toBeVisible()
    await page.goto('/account?range=2026-08-01..2026-08-07&table=compared')
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    stack.sandbox.setFault('html')
    await new UsagePage(page).choose('Compare', 'A year before')
    await expect(note).toContainText('Not all of 1 Aug – 7 Aug 2025 could be loaded')
    stack.sandbox.setFault('none')
    await note.getByRole('button', { name: 'Load it again' }).click()
    await expect(note).toBeHidden()
    await expect(
      new UsagePage(page).panel('Compared with 1 Aug – 7 Aug 2025').getByRole('row').first(),
    ).toBeVisible()
  })
})
