import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.use({ sandbox: { products: { sandbox: ['programmable-wireless'] } }, failuresExpected: true })

test.describe('a product that the account does not have', () => {
  test('is said calmly by its page and by the navigation, and the other one works', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto('/account?product=super-sim&group=network')
    const card = page.getByRole('status').filter({ hasText: 'does not open this product' })
    await expect(card).toContainText('KORE does not let this account read Super SIM')
    await expect(page.getByRole('alert')).toHaveCount(0)
    const section = page
      .getByRole('navigation', { name: 'Product' })
      .getByRole('link', { name: /^Super SIM/ })
      .first()
    await expect(section).toContainText('Not open to this account')
    await expectAccessible()
    await page.goto('/account')
    await expect(new UsagePage(page).figure('Total data')).toContainText('GB')
    await expect(section).toContainText('open to this account')
  })

  test('is not missed in the list of SIMs', async ({ page }) => {
    await page.goto('/sims')
    await expect(page.getByText('300 SIMs', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('KORE does not let this account read Super SIM')).toBeVisible()
  })
})
