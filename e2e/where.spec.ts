import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('where', () => {
  test('shows every country on a map and in a table, and leads to its networks', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto('/account?product=super-sim&range=last-30-days&group=country')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    const total = await view.exactBytes(view.figure('Total data'))
    const panel = view.panel('By country')
    const map = panel.getByRole('img', { name: /^By country, 22 Oct – 20 Nov 2026 UTC, on a map/ })
    // It is drawn once its place comes into sight.
    await panel.scrollIntoViewIfNeeded()
    await expect(map).toBeVisible()
    const rows = panel.locator('tbody tr')
    const count = await rows.count()
    expect(count).toBeGreaterThan(10)
    let sum = 0
    for (const row of await rows.all()) sum += await view.exactBytes(row)
    expect(sum).toBe(total)
    // Each country of the table is on the map, or is said not to be.
    const drawn = await map.locator('[data-country]').count()
    const [, left = ''] = (await panel.getByText('Too small for this map').innerText()).split(': ')
    expect(drawn + left.split(', ').length).toBe(count)
    await map.locator('[data-country="DE"]').hover()
    await expect(panel.getByText(/^Germany: [\d.]+ GB, [\d.]+%$/)).toBeVisible()
    await expectAccessible()
    await panel.getByRole('button', { name: 'Germany' }).click()
    await expect(page).toHaveURL(/group=network&country=DE/)
    await expect(view.panel('By network').getByRole('row').nth(1)).toContainText('Germany')
  })

  test('shows where Programmable Wireless SIMs roamed abroad', async ({ page }) => {
    await page.goto('/account?range=last-30-days')
    const panel = new UsagePage(page).panel('Countries of international roaming')
    await panel.scrollIntoViewIfNeeded()
    await expect(panel.locator('[data-country="MX"]')).toBeAttached()
    await expect(panel.getByRole('row', { name: /Mexico/ })).toBeVisible()
  })
})
