import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('the address', () => {
  test('is the whole view: a copied link, reload, back and forward show the same', async ({
    page,
    context,
    stack,
  }) => {
    await page.goto('/account')
    const view = new UsagePage(page)
    await view.choosePreset('Last 7 days')
    await view.choose('Show', 'Download')
    await view.choose('By', 'Hour')
    await expect(page).toHaveURL(/\/account\?range=last-7-days&by=hour&show=download$/)
    const sums = view.periods('Data downloaded').locator('tfoot')
    await expect(view.periods('Data downloaded').getByText('Show all 157 rows')).toBeVisible()
    await expect(sums).not.toContainText('Not all loaded')
    const shown = (await sums.textContent()) ?? ''

    await page.reload()
    await expect(sums).toHaveText(shown)
    const other = await context.newPage()
    await other.goto(page.url())
    const otherView = new UsagePage(other)
    await expect(otherView.periods('Data downloaded').locator('tfoot')).toHaveText(shown)

    await page.goBack()
    await expect(page).toHaveURL(`${stack.gatewayUrl}/account?range=last-7-days&show=download`)
    await page.goBack()
    await expect(view.panel('Data')).toBeVisible()
    await page.goForward()
    await expect(view.panel('Data downloaded')).toBeVisible()
  })

  test('names what it does not understand and shows the default', async ({ page }) => {
    await page.goto('/account?range=2026-02-31..2026-03-02&by=minute&colour=red&show=upload')
    const notice = page.getByRole('note', { name: 'Address not understood' })
    await expect(notice).toContainText('range=2026-02-31..2026-03-02')
    await expect(notice).toContainText('by=minute')
    await expect(notice).toContainText('colour=red')
    const view = new UsagePage(page)
    await expect(view.range).toContainText('Last 30 days')
    await expect(view.panel('Data uploaded')).toBeVisible()
    await notice.getByRole('button', { name: 'Remove it from the address' }).click()
    await expect(page).toHaveURL(/\/account\?show=upload$/)
    await expect(notice).toBeHidden()
  })

  test('keeps its range when it was pasted from a sentence or a letter', async ({ page }) => {
    await page.goto('/account?show=upload&utm_source=letter&range=last-7-days).')
    const view = new UsagePage(page)
    await expect(view.range).toContainText('Last 7 days')
    await expect(view.panel('Data uploaded')).toBeVisible()
    const notice = page.getByRole('note', { name: 'Address not understood' })
    await expect(notice).toBeHidden()
    await page.goto('/account?range=last-24-months')
    await expect(notice).toContainText('“range=last-24-months”: expected at most 18 months')
  })

  test('changes without the page moving; another page begins at its top, and back finds the place again', async ({
    page,
  }) => {
    await page.goto('/account?range=last-7-days')
    const view = new UsagePage(page)
    await expect(view.panel('Data').locator('[data-part] path').first()).toBeAttached()
    const place = () => page.evaluate(() => Math.round(window.scrollY))
    await page.evaluate(() => window.scrollTo(0, 120))
    await view.choose('Show', 'Upload')
    await expect(view.panel('Data uploaded')).toBeVisible()
    expect(await place()).toBe(120)
    await page.getByRole('link', { name: 'SIMs', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'SIMs', exact: true })).toBeVisible()
    expect(await place()).toBe(0)
    await page.goBack()
    await expect(view.panel('Data uploaded')).toBeVisible()
    await expect.poll(place).toBe(120)
  })

  test('that leads nowhere says so', async ({ page }) => {
    await page.goto('/acount')
    await expect(
      page.getByRole('heading', { name: 'There is nothing at this address' }),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Go to account usage' }).click()
    await expect(page).toHaveURL(/\/account$/)
  })
})
