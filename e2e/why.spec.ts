import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

// Few SIMs, so that each has a row.
test.use({ sandbox: { sims: 20, superSims: 20 } })

/** Every millionth of an amount that is shown rounded: `−12.345678 USD`. */
const exactMoney = (title: string | null) =>
  Number((title ?? '').replace('−', '-').replace(/[^\d.-]/g, ''))

test.describe('why it changed', () => {
  test('is told below a compared chart by any dimension, and adds up to the change', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto(
      '/account?product=super-sim&range=2026-10-01..2026-10-31&compare=last-month&chart=cost',
    )
    const view = new UsagePage(page)
    await view.showTable('Compared')
    const compared = view.panel('Compared with 1 Sep – 30 Sep 2026')
    const cost = compared
      .getByRole('row', { name: /^Cost in USD/ })
      .getByRole('cell')
      .nth(2)
    const change = exactMoney(await cost.getAttribute('title'))
    await view.showTable('Why')
    const panel = view.panel('Why it changed since 1 Sep – 30 Sep 2026')
    for (const dimension of ['Network', 'SIM', 'Country']) {
      await panel.getByRole('combobox', { name: 'Explained by' }).selectOption(dimension)
      await expect(panel.getByRole('columnheader', { name: dimension })).toBeVisible()
      const rows = panel.locator('tbody tr')
      await expect(rows.first()).toBeVisible()
      const titles = await rows
        .locator('td:nth-child(4)')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title')))
      expect(titles.length).toBeGreaterThan(1)
      const sum = titles.map(exactMoney).reduce((all, one) => all + one, 0)
      expect(sum).toBeCloseTo(change, 5)
      const whole = panel.locator('tfoot td')
      expect(exactMoney(await whole.nth(2).getAttribute('title'))).toBeCloseTo(change, 5)
      const effects = [
        await whole.nth(3).getAttribute('title'),
        await whole.nth(4).getAttribute('title'),
      ]
      expect(effects.map(exactMoney).reduce((all, one) => all + one, 0)).toBeCloseTo(change, 5)
    }
    await expect(page).toHaveURL(/table=causes.*why=country|why=country.*table=causes/)
    await expectAccessible()
    await panel.locator('tbody a').first().click()
    await expect(page).toHaveURL(/country=[A-Z]{2}/)
  })

  test('explains a cost by the days that are charged on both sides, and says so', async ({
    page,
  }) => {
    await page.goto(
      '/account?product=super-sim&range=last-7-days&compare=previous&compared=all&chart=cost&table=causes&why=country',
    )
    const panel = new UsagePage(page).panel('Why it changed since 7 Nov – 13 Nov 2026')
    await expect(panel).toContainText(
      'Cost in USD: 5 of 7 days compared, the others are not charged on both sides',
    )
    await expect(panel.locator('tfoot td').nth(2)).toContainText(/^[+−]\$[\d,.]+/)
    await expect(panel).not.toContainText('a charge is missing')
  })
})
