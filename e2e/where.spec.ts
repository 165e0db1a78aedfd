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
    const rows = panel.locator('tbody tr')
    const sum = async () => {
      const parts = await Promise.all((await rows.all()).map((row) => view.exactBytes(row)))
      return parts.reduce((all, part) => all + part, 0)
    }
    // The tables are drawn after the figures.
    await expect.poll(sum).toBe(total)
    const count = await rows.count()
    expect(count).toBeGreaterThan(10)
    const chart = view.panel('Data')
    await chart
      .getByRole('list', { name: 'Parts' })
      .getByRole('link', { name: /Others/ })
      .click()
    await expect(page).toHaveURL(/table=parts/)
    await view.showTable('Map')
    const places = view.panel('By country on a map')
    const map = places.getByRole('figure', {
      name: /^By country on a map, data, 22 Oct – 20 Nov 2026 UTC, on a map/,
    })
    // It is drawn once its place comes into sight.
    await places.scrollIntoViewIfNeeded()
    await expect(map).toBeVisible()
    // Each country of the table is on the map, or is said not to be.
    const drawn = await map.locator('[data-country]').count()
    const [, left = ''] = (await places.getByText('Too small for this map').innerText()).split(': ')
    expect(drawn + left.split(', ').length).toBe(count)
    await expect(async () => {
      await map.locator('[data-country="DE"]').hover()
      await expect(places.getByText(/^Germany: [\d.]+ GB, [\d.]+%$/)).toBeVisible({
        timeout: 1_000,
      })
    }).toPass()
    await expectAccessible()
    await map.locator('[data-country="DE"]').click()
    await expect(page).toHaveURL(/group=network&country=DE/)
    await page.goBack()
    await view.showTable('Countries')
    await panel.getByRole('link', { name: 'Germany' }).click()
    await expect(page).toHaveURL(/group=network&country=DE/)
    await expect(view.panel('By network').getByRole('row').nth(1)).toContainText('Germany')
  })

  test('shows where Programmable Wireless SIMs roamed abroad', async ({ page }) => {
    await page.goto('/account?range=last-30-days')
    const view = new UsagePage(page)
    await view.showTable('Map')
    await expect(page.locator('[data-country="MX"]')).toBeAttached()
    await view.showTable('Roaming countries')
    const panel = view.panel('Countries of international roaming')
    await panel
      .getByRole('row', { name: /Mexico/ })
      .getByRole('link')
      .click()
    // KORE tells no networks of them, but which SIMs were there.
    await expect(page).toHaveURL(/\/sims\?.*product=programmable-wireless.*country=MX/)
    await expect(page.getByLabel('Country')).toHaveValue('MX')
  })
})
