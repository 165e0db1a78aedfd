import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('forecast', () => {
  test('tells the month to date, its end with a range, and when the budget is reached', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto('/account?product=super-sim&range=this-month&by=day')
    const view = new UsagePage(page)
    await expect(view.figure('Cost of a GB')).toContainText(/\$\d+\.\d\d/)
    await expect(view.figure('Cost in USD')).not.toContainText('incomplete')
    const toDate = await view.figure('Cost in USD').locator('[title$=" USD"]').first().innerText()
    await view.choose('Month', 'To date and forecast')
    await expect(page).toHaveURL(/month=forecast/)
    const month = view.panel('This month')
    // The month to date is what the page says of this month, whatever else it shows.
    await expect(view.figure('Month to date')).toContainText(toDate)
    await expect(view.figure('Expected at the end of the month')).toContainText(
      /\$[\d,]+\.\d\d\$[\d,]+\.\d\d to \$[\d,]+\.\d\d; such a range held \d+ of \d+ times/,
    )
    await expect(view.figure('Nov expected')).toContainText(/\$[\d,]+\.\d\d to \$/)
    await expect(month).toContainText('the range is meant to hold four times in five')
    await expect(month.locator('svg.recharts-surface').first()).toBeVisible()

    const budget = month.getByLabel('Budget of the month in USD')
    await budget.fill('none')
    await month.getByRole('button', { name: 'Set' }).click()
    await expect(month.getByText('An amount above zero')).toBeVisible()
    // Between what has come and what is expected.
    const amountOf = async (name: string) => {
      const text = await view.figure(name).locator('[title$=" USD"]').first().innerText()
      return Number(text.replace(/[$,]/g, ''))
    }
    const [now, end] = [
      await amountOf('Month to date'),
      await amountOf('Expected at the end of the month'),
    ]
    const middle = Math.round((now + end) / 2)
    await budget.fill(middle.toLocaleString('en-US'))
    await month.getByRole('button', { name: 'Set' }).click()
    await expect(page).toHaveURL(new RegExp(`budget=${middle}$`))
    await expect(view.figure('Budget')).toContainText(
      /expected to be reached on \w+, 2\d Nov 2026 \(.*in 10\)/,
    )
    await expect(month.locator('svg').getByText(/^Budget \$/)).toBeVisible()
    await expectAccessible()
    await page.goto('/account?product=super-sim&range=last-7-days&month=forecast&budget=99999')
    await expect(view.figure('Budget')).toContainText(
      'not expected to be reached (less than 1 in 10)',
    )
    await expect(view.figure('Month to date')).toContainText(toDate)
  })

  test('is of data where the API tells no cost', async ({ page }) => {
    await page.goto('/account?range=this-month&by=day&month=forecast&budget=1')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    const total = await view.exactBytes(view.figure('Total data'))
    await expect(view.figure('Month to date')).toBeVisible()
    expect(await view.exactBytes(view.figure('Month to date'))).toBe(total)
    await expect(view.figure('Budget')).toContainText('reached on Sun, 1 Nov 2026')
  })

  test('of a limit is made of the days of its SIM, among the movers and in the list', async ({
    page,
  }) => {
    const told = /expected to be reached.*\(.*in 10\): .+ by the end; such a range held \d+ of \d+/
    await page.goto('/movers?product=super-sim&rows=all')
    const limits = new UsagePage(page).panel('At their limit, or about to reach it')
    // The days of each SIM that is shown are asked for once it is found.
    test.setTimeout(60_000)
    await expect(limits.getByRole('listitem').filter({ hasText: told }).first()).toBeVisible({
      timeout: 40_000,
    })
    await page.goto('/sims?product=super-sim&sort=limit')
    const near = page
      .getByRole('table', { name: 'SIMs' })
      .locator('[title*="expected to be reached"]')
    await expect(near.first()).toHaveAttribute('title', /\(.*in 10\): .+ by the end; /)
  })
})
