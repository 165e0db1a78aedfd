import { STACK_NOW } from '#testing/stack.ts'
import { MILLISECONDS_PER_HOUR } from '#usage/time/interval.ts'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

const hoursLater = (hours: number) => new Date(STACK_NOW.getTime() + hours * MILLISECONDS_PER_HOUR)

test.describe('observed lag', () => {
  test('marks what has arrived since the last look, in chart, table and words', async ({
    page,
    stack,
  }) => {
    const view = new UsagePage(page)
    const observed = page.getByRole('note', { name: 'Observed lag' })
    const totalOf = async () => view.exactBytes(view.figure('Total data'))
    await page.goto('/account?range=2026-11-17..2026-11-19')
    await expect(view.panel('Data').locator('[data-part] path').first()).toBeAttached()
    await expect(observed).toBeHidden()
    const before = await totalOf()
    await stack.moveClock(hoursLater(6))
    await page.reload()
    await expect(observed).toContainText('arrived since you last looked, 20 Nov, 12:00 UTC')
    expect(await totalOf()).toBeGreaterThan(before)
    await expect(view.panel('Data').locator('[data-arrived]')).toBeAttached()
    await expect(view.panel('Data').getByLabel('Legend')).toContainText(
      'Grew since you last looked',
    )
    const newest = view.periods('Data').locator('tbody tr').first()
    await expect(newest).toContainText(/▲ \+.* since you last looked/)
    await view.choose('Show', 'Download')
    await expect(view.panel('Data downloaded')).toBeVisible()
    await expect(page.locator('[data-arrived]')).toBeHidden()
  })

  test('tells the typical lag once enough hours were watched', async ({ page, stack }) => {
    const view = new UsagePage(page)
    const observed = page.getByRole('note', { name: 'Observed lag' })
    await page.goto('/account?range=2026-11-19..2026-11-20&by=hour')
    await expect(view.figure('Total data')).toBeVisible()
    await expect(observed).toBeHidden()
    for (const hours of [8, 16, 24, 32, 40, 48, 62]) {
      await stack.moveClock(hoursLater(hours))
      await page.reload()
      await expect(view.panel('Data').locator('[data-part] path').first()).toBeAttached()
    }
    await expect(observed).toContainText(
      /Of \d+ hours of this account that were watched in this browser, half had 99% of their usage within \d+ hours/,
    )
  })

  test('says how far the charge has caught up, by the records', async ({ page }) => {
    await page.goto('/account?product=super-sim&range=2026-11-18..2026-11-20&by=hour')
    await expect(page.getByRole('note', { name: 'Observed lag' })).toContainText(
      /At least \d+\.\d% of the data is charged in full; all usage before (18|19|20) Nov, \d\d:\d\d UTC is/,
    )
  })

  test('works without storage, and with one that holds something else', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('roamboard-observed', '{"x":{"lastSeen":"never"}}')
    })
    await page.goto('/account')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toBeVisible()
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.reload()
    await expect(view.figure('Total data')).toBeVisible()
  })
})
