import { expect, test } from './fixtures.ts'

test.describe('help', () => {
  test('is reached from a page, and leads to a section by keyboard', async ({ page, viewport }) => {
    await page.goto('/kept')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if ((viewport?.width ?? 0) < 768) {
      await page.getByRole('button', { name: 'Open navigation' }).click()
    }
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Help' }).click()
    await expect(page).toHaveTitle('Help · Roamboard')
    const contents = page.getByRole('navigation', { name: 'Sections of the help' })
    await contents.getByRole('link', { name: 'Keyboard' }).press('Enter')
    await expect(page).toHaveURL(/\/help#keyboard$/)
    await expect(page.getByRole('heading', { name: 'Keyboard' })).toBeFocused()
    await expect(page.getByRole('heading', { name: 'Keyboard' })).toBeInViewport()
  })

  test('opens at the section that a link names, though it is loaded late', async ({ page }) => {
    await page.route('**/assets/help-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.continue()
    })
    await page.goto('/help#forecast')
    const heading = page.getByRole('heading', { name: 'How the forecast is made' })
    await expect(heading).toBeFocused()
    await expect(heading).toBeInViewport()
    const top = await heading.evaluate((element) => element.getBoundingClientRect().top)
    expect(top, 'below the head of the page').toBeGreaterThanOrEqual(56)
    expect(top).toBeLessThan(200)
  })

  test('is readable in forced colours', async ({ page, expectAccessible }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto('/help#address')
    await expect(page.getByRole('heading', { name: 'The address' })).toBeFocused()
    await expectAccessible()
  })
})
