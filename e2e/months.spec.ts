import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

// The billing months of North begin on the 15th, the others with the calendar's.
test.use({ accounts: ['main', 'north'] })

test.describe('weeks and billing months', () => {
  test('a billing month is chosen by name, and its forecast with it', async ({ page }) => {
    await page.goto('/account?account=north&product=super-sim&by=day')
    const view = new UsagePage(page)
    await view.choosePreset('This billing month')
    await expect(page).toHaveURL(/range=this-billing-month/)
    await expect(view.range).toContainText('15 Nov – 20 Nov 2026')
    await expect(view.figure('Cost in USD')).not.toContainText('incomplete')
    const toDate = await view.figure('Cost in USD').locator('[title$=" USD"]').first().innerText()
    await page.goto(`${page.url()}&month=forecast`)
    await expect(view.panel('This billing month')).toBeVisible()
    await expect(view.figure('Month to date')).toContainText(toDate)
    await expect(view.panel('This billing month').locator('svg').first()).toContainText('15 Nov')
    await page.getByRole('button', { name: 'Earlier: 15 Oct – 14 Nov 2026' }).click()
    await expect(page).toHaveURL(/range=2026-10-15\.\.2026-11-14/)
  })

  test('of several accounts are not added up where they begin on different days', async ({
    page,
  }) => {
    await page.goto('/account?account=all&product=super-sim&range=last-billing-month')
    await expect(page.getByText('Their billing months begin on different days')).toBeVisible()
    await expect(page.getByText('They begin on day 1 and 15 of a month.')).toBeVisible()
    // No dates stand beside what has none.
    await expect(
      page.getByRole('button', { name: 'Range: Last billing month', exact: true }),
    ).toBeVisible()
    await page.goto('/sims?account=all&product=super-sim&range=last-billing-month')
    await expect(page.getByText('Their billing months begin on different days')).toBeVisible()
    await page.getByRole('button', { name: 'Show this month of the calendar' }).click()
    await expect(page).toHaveURL(/range=this-month/)
    await expect(page.getByRole('table', { name: 'SIMs' })).toBeVisible()
  })

  test('of one Super SIM are the periods that KORE tells of it', async ({ page, stack }) => {
    const base = `${stack.gatewayUrl}/api/accounts/north/super-sim/v1`
    const { sims }: { sims: { sid: string }[] } = await (
      await fetch(`${base}/Sims?Status=active&PageSize=1`)
    ).json()
    const [sim] = sims
    // The sandbox bills each SIM by the calendar month, whatever is set for the account.
    await page.goto(`/sims/${sim?.sid}?account=north&range=this-billing-month`)
    await expect(new UsagePage(page).range).toContainText('1 Nov – 20 Nov 2026')
  })

  test('weeks begin on Monday, and say which of them are only a part', async ({ page }) => {
    await page.goto('/account?product=super-sim&range=last-12-weeks&by=week&account=main')
    const view = new UsagePage(page)
    const rows = view.periods('Data').locator('tbody tr')
    await expect(rows.first()).toContainText('16 Nov – 20 Nov 2026')
    await expect(rows.nth(1)).toContainText('Week 46, 9 Nov – 15 Nov 2026')
    await expect(page.getByText('* A part of its week')).toBeVisible()
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    const week = await view.exactBytes(rows.nth(1))
    await page.goto('/account?product=super-sim&range=2026-11-09..2026-11-15&account=main')
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    expect(await view.exactBytes(view.figure('Total data'))).toBe(week)
  })
})
