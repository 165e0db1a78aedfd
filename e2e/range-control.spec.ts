import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

/** Types ranges, as a person who opens the box for each. */
function typingOn(page: Page) {
  const view = new UsagePage(page)
  const input = page.getByRole('textbox', { name: 'Type a range' })
  const type = async (text: string) => {
    await view.range.click()
    await input.fill(text)
    await input.press('Enter')
  }
  return { view, input, type }
}

test.describe('the range control', () => {
  test('understands what is typed, and says what it would', async ({ page, expectAccessible }) => {
    test.setTimeout(60_000)
    await page.goto('/account')
    const { view, input, type } = typingOn(page)
    await type('last 6 weeks')
    await expect(page).toHaveURL(/range=last-6-weeks/)
    await expect(view.range).toContainText('Last 6 weeks')
    await type('2026-10-01 06:00 to 2026-10-01 18:00')
    await expect(page).toHaveURL(/range=2026-10-01T06\.\.2026-10-01T18/)
    await expect(view.range).toContainText('1 Oct 2026, 06:00 – 18:00')

    await type('next summer')
    await expect(page.getByText('Not understood. Try')).toBeVisible()
    await expectAccessible()
    await input.fill('2026-10-15 to 2026-10-01')
    await input.press('Enter')
    await expect(page.getByText('The end lies before the start.')).toBeVisible()
    await page.getByRole('button', { name: 'Use 1 Oct – 15 Oct 2026' }).click()
    await expect(page).toHaveURL(/range=2026-10-01\.\.2026-10-15/)
  })

  test('takes what others write and copy, and guesses at nothing', { tag: '@any-width' }, async ({
    page,
  }) => {
    await page.goto('/account')
    const { view, input, type } = typingOn(page)
    await type('ytd')
    await expect(page).toHaveURL(/range=this-year/)
    await expect(view.range).toContainText('1 Jan – 20 Nov 2026')
    await type('{"from":"2026-10-01 00:00:00","to":"2026-10-15 23:59:59"}')
    await expect(page).toHaveURL(/range=2026-10-01\.\.2026-10-15/)
    await type('2026-10-01 06:30 to 2026-10-01 18:00')
    await expect(page.getByText('Usage is told by the full hour.')).toBeVisible()
    await page.getByRole('button', { name: 'Use 1 Oct 2026, 06:00 – 18:00' }).click()
    await expect(page).toHaveURL(/range=2026-10-01T06\.\.2026-10-01T18/)
    await type('decade 2026')
    await expect(page.getByText('Not understood. Try')).toBeVisible()
    await input.fill('last 24 months')
    await input.press('Enter')
    await expect(page.getByText('Too long: at most 18 months')).toBeVisible()
  })

  test('loses no letter that is typed before its box is there', { tag: '@any-width' }, async ({
    page,
  }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/assets/range-popover-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/account')
    const view = new UsagePage(page)
    const input = page.getByRole('textbox', { name: 'Type a range' })
    await view.range.focus()
    await page.keyboard.type('oct 20267')
    await page.keyboard.press('Backspace')
    await expect(input).toHaveCount(0)
    release()
    await expect(input).toHaveValue('oct 2026')
    await expect(input).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/range=2026-10-01\.\.2026-10-31/)
    await expect(view.range).toBeFocused()

    // It is there by now, and empty, and typing opens it as a click does.
    await page.keyboard.type('last 6 weeks')
    await expect(input).toHaveValue('last 6 weeks')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/range=last-6-weeks/)
    await expect(input).toBeHidden()
  })

  test('takes what is entered before its box is there', { tag: '@any-width' }, async ({ page }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/assets/range-popover-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/account')
    const view = new UsagePage(page)
    await view.range.click()
    await page.keyboard.type('yesterday')
    await page.keyboard.press('Enter')
    release()
    await expect(page).toHaveURL(/range=yesterday/)
    await expect(view.range).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Type a range' })).toHaveCount(0)
  })

  test('opens within the window', async ({ page, viewport, expectAccessible }) => {
    const isSmall = (viewport?.width ?? 0) < 768
    if (!isSmall) await page.setViewportSize({ width: 1366, height: 650 })
    await page.goto('/account')
    await new UsagePage(page).range.click()
    const box = page.getByRole('dialog', { name: 'Range' })
    await expect(box).toBeVisible()
    await expect(page.getByRole('button', { name: 'Use these hours' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('textbox', { name: 'Type a range' })).toBeInViewport({ ratio: 1 })
    // On a telephone it comes up from below, and no keyboard hides it.
    if (isSmall) await expect(page.getByRole('button', { name: 'Close' })).toBeFocused()
    await expectAccessible()
  })

  test('takes full hours from two fields, and says what is wrong with them', async ({ page }) => {
    await page.goto('/account?range=2026-10-01..2026-10-02')
    const view = new UsagePage(page)
    await view.range.click()
    const [from, until] = [page.getByLabel('From (UTC)'), page.getByLabel('Until (UTC)')]
    await expect(from).toHaveValue('2026-10-01 00:00')
    await expect(until).toHaveValue('2026-10-03 00:00')
    await from.fill('2026-10-02 6 PM')
    await from.press('Enter')
    await expect(page.getByText('Both need a day and an hour')).toBeVisible()
    await from.fill('2026-10-04 06:00')
    await from.press('Enter')
    await expect(page.getByText('The end must come after the start.')).toBeVisible()
    await from.fill('2026-10-02 06:30')
    await from.press('Enter')
    await expect(page.getByText('Full hours only')).toBeVisible()
    await from.fill('2026-10-02 06:00')
    await page.getByRole('button', { name: 'Use these hours' }).click()
    await expect(page).toHaveURL(/range=2026-10-02T06\.\.2026-10-03T00/)
    await expect(view.range).toContainText('2 Oct 2026, 06:00')
  })

  test('goes earlier, later and wider, and back undoes it', { tag: '@any-width' }, async ({
    page,
  }) => {
    await page.goto('/account?range=2026-10-08..2026-10-14')
    const step = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}:`) })
    await step('Earlier').click()
    await expect(page).toHaveURL(/range=2026-10-01\.\.2026-10-07/)
    await step('Later').click()
    await step('Later').click()
    await expect(page).toHaveURL(/range=2026-10-15\.\.2026-10-21/)
    await step('Zoom out').click()
    await expect(page).toHaveURL(/range=2026-10-12\.\.2026-10-24/)
    await page.goBack()
    await expect(page).toHaveURL(/range=2026-10-15\.\.2026-10-21/)
    await page.goto('/account?range=today')
    await expect(step('Later')).toBeDisabled()
    await expect(step('Later')).toHaveAccessibleName('Later: What comes later has not begun')
  })

  test('zooms into what is dragged across, or into the bucket under the keyboard’s cursor', async ({
    page,
    viewport,
  }) => {
    await page.goto('/account?range=2026-10-01..2026-10-10')
    const view = new UsagePage(page)
    const chart = view.panel('Data').locator('.recharts-surface').first()
    await expect(view.panel('Data').locator('[data-part=home] path').first()).toBeAttached()
    await chart.scrollIntoViewIfNeeded()
    const box = await chart.boundingBox()
    if (!box) throw new Error('no chart')
    const plot = { left: 64, right: 8 }
    const day = (box.width - plot.left - plot.right) / 10
    const at = (days: number) => box.x + plot.left + days * day
    await page.mouse.move(at(2.5), box.y + 100)
    await page.mouse.down()
    await page.mouse.move(at(4), box.y + 100)
    await page.mouse.move(at(5.5), box.y + 100)
    await page.mouse.up()
    await expect(page).toHaveURL(/range=2026-10-03\.\.2026-10-06/)
    await page.goBack()
    await expect(page).toHaveURL(/range=2026-10-01\.\.2026-10-10/)
    await page.mouse.move(0, 0)
    if ((viewport?.width ?? 0) < 768) return
    await chart.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Zoom to it' }).press('Enter')
    await expect(page).toHaveURL(/range=2026-10-02\.\.2026-10-02/)
  })

  test('shows local time beside UTC, and moves no bucket', { tag: '@any-width' }, async ({
    page,
  }) => {
    await page.goto('/account?range=2026-10-01..2026-10-05')
    const view = new UsagePage(page)
    const rows = view.periods('Data').locator('tbody tr')
    await expect(rows.last()).toContainText('1 Oct 2026')
    const amount = await view.exactBytes(rows.last())
    await view.choose('Times', 'UTC and local')
    await expect(page).toHaveURL(/time=local/)
    await expect(rows.last()).toContainText('Thu, 1 Oct 2026')
    await expect(rows.last()).toContainText('30 Sep, 20:00 – 1 Oct, 20:00 EDT')
    expect(await view.exactBytes(rows.last())).toBe(amount)
  })
})
