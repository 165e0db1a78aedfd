import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.describe('dates', () => {
  test('offers ranges by name', async ({ page }) => {
    await page.goto('/account')
    const view = new UsagePage(page)
    for (const [name, address] of [
      ['Today', /range=today/],
      ['Yesterday', /range=yesterday/],
      ['Last 24 hours', /range=last-24-hours/],
      ['Last 7 days', /range=last-7-days/],
      ['Last 90 days', /range=last-90-days/],
      ['This month', /range=this-month/],
      ['Last month', /range=last-month/],
      ['Last 30 days', /\/account$/],
    ] as const) {
      await view.choosePreset(name)
      await expect(view.range).toContainText(name)
      await expect(page).toHaveURL(address)
    }
  })

  test('takes one day picked twice as that whole day of UTC', async ({ page }) => {
    await page.goto('/account?range=last-month')
    const view = new UsagePage(page)
    await view.range.click()
    const day = page.getByRole('button', { name: '20 October 2026', exact: true })
    await day.click()
    await day.click()
    await expect(page).toHaveURL(/range=2026-10-20\.\.2026-10-20/)
    await expect(view.range).toContainText('20 Oct 2026')
    await view.choose('By', 'Hour')
    await view.periods('Data').getByRole('button', { name: 'Show all 24 rows' }).click()
    const rows = view.periods('Data').locator('tbody tr')
    await expect(rows.first()).toContainText('20 Oct 2026, 23:00')
    await expect(rows.last()).toContainText('20 Oct 2026, 00:00')
  })

  test('chooses a range by keyboard alone', async ({ page }) => {
    await page.goto('/account')
    const view = new UsagePage(page)
    await view.range.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Type a range' })).toBeFocused()
    for (const name of ['Today', 'Yesterday', 'Last 24 hours', 'Last 7 days']) {
      await page.keyboard.press('Tab')
      await expect(page.getByRole('button', { name, exact: true })).toBeFocused()
    }
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/range=last-7-days/)
    await expect(view.range).toBeFocused()
  })

  test('warns of late data beside the picker, and says when the range is final', async ({
    page,
  }) => {
    const view = new UsagePage(page)
    await page.goto('/account?range=today')
    await expect(view.delay).toContainText('Usage may be missing')
    await expect(view.delay).toContainText('final on 22 Nov, 13:00 UTC')
    await page.goto('/account?range=2026-11-17..2026-11-18')
    await expect(view.delay).toContainText('May still grow, final in 12 hours')
    await page.goto('/account?range=2026-11-01..2026-11-17')
    await expect(view.delay).toContainText('Final')
  })

  test('says what is too long for hours, and offers what fits', async ({ page }) => {
    await page.goto('/account?range=last-200-days&by=hour')
    await expect(page.getByText('too long to show by hour')).toBeVisible()
    await page.getByRole('button', { name: 'Show it by day' }).click()
    await expect(page).toHaveURL(/by=day/)
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    const by = page.getByRole('combobox', { name: 'By' })
    await expect(by.getByRole('option', { name: 'By hour' })).toBeDisabled()
    await expect(by).toHaveAttribute('title', 'Hours are shown for up to 92 days')
  })

  test('says so of a future range, and of one that nobody keeps', async ({ page }) => {
    await page.goto('/account?range=2027-01-01..2027-01-05')
    await expect(page.getByText('This range lies in the future')).toBeVisible()
    await page.goto('/account?range=2024-01-01..2024-01-05')
    await expect(page.getByText('KORE no longer has this usage')).toBeVisible()
    await page.getByRole('button', { name: 'Show the last 30 days' }).click()
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
  })

  test('becomes final on an open page as the clock moves on', async ({ page, stack }) => {
    await page.goto('/account?range=2026-11-18..2026-11-19&by=day')
    const view = new UsagePage(page)
    const states = view.periods('Data').locator('tbody tr td:nth-of-type(2)')
    await expect(view.delay).toContainText('Usage may be missing, final in 36 hours')
    await expect(states).toHaveText(['Usage may be missing', 'May still grow'])
    const early = await view.exactBytes(view.figure('Total data'))
    await stack.moveClock(new Date('2026-11-22T12:00:00Z'))
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    )
    await expect(view.delay).toContainText('Final')
    // What arrived meanwhile is told beside it.
    await expect(states).toHaveText([/^Final▲ \+/, /^Final▲ \+/])
    await expect(view.figure('Total data')).not.toContainText(/not final|incomplete/)
    expect(await view.exactBytes(view.figure('Total data'))).toBeGreaterThan(early)
  })

  test('is right again at once on a tab that was asleep for a week', async ({ page, stack }) => {
    const address = '/account?range=last-7-days&by=day&compare=previous'
    await page.goto(address)
    const view = new UsagePage(page)
    await expect(view.range).toContainText('14 Nov – 20 Nov 2026')
    await expect(view.figure('Total data')).toContainText('vs 7 Nov – 13 Nov 2026')
    await stack.moveClock(new Date('2026-11-27T12:00:00Z'))
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    )
    await expect(view.range).toContainText('21 Nov – 27 Nov 2026')
    await expect(view.figure('Total data')).toContainText('vs 14 Nov – 20 Nov 2026')
    const awake = await view.exactBytes(view.figure('Total data'))
    await page.goto(address)
    await expect(view.figure('Total data')).toContainText('vs 14 Nov – 20 Nov 2026')
    expect(await view.exactBytes(view.figure('Total data'))).toBe(awake)
  })

  test('does not keep an early answer as the final one, where the question stays the same', async ({
    page,
    stack,
  }) => {
    await page.goto('/account?range=2026-11-19..2026-11-19&by=total')
    const total = new UsagePage(page).figure('Total data')
    await expect(total).toContainText('so far, not final')
    const early = await new UsagePage(page).exactBytes(total)
    await stack.moveClock(new Date('2026-11-23T12:00:00Z'))
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    )
    await expect(total).not.toContainText(/not final|incomplete/)
    await expect.poll(() => new UsagePage(page).exactBytes(total)).toBeGreaterThan(early)
  })

  test('shows the part of a range that lies ahead as such, and no zeros in it', async ({
    page,
  }) => {
    await page.goto('/account?product=super-sim&range=2026-11-20..2026-11-22&by=day')
    const view = new UsagePage(page)
    for (const [figure, name] of [
      ['Total data', 'Data'],
      ['Cost in USD', 'Cost in USD'],
    ] as const) {
      await view.showChart(figure)
      const panel = view.panel(name)
      const newest = view.periods(name).locator('tbody tr').first()
      await expect(newest).toContainText('In the future')
      await expect(newest.locator('td').first()).toHaveText('–')
      await expect(panel.getByRole('list', { name: 'Legend' })).toContainText('in the future')
    }
  })

  test('opens into a timeline of what is final and what is not', async ({
    page,
    expectAccessible,
  }) => {
    await page.goto('/account?product=super-sim&range=2026-11-15..2026-11-22')
    await page
      .getByText(/all final 24 Nov/)
      .first()
      .click()
    const usage = page.getByRole('region', { name: 'Usage', exact: true })
    await expect(usage.getByRole('listitem')).toHaveText([
      'Final 15 Nov, 00:00 – 19 Nov, 12:00',
      'Usage may be missing 19 Nov, 12:00 – 20 Nov, 12:00',
      'In the future 20 Nov, 12:00 – 23 Nov, 00:00',
    ])
    const charge = page.getByRole('region', { name: 'Charge', exact: true })
    await expect(charge.getByRole('listitem').first()).toHaveText(
      'Charged in full 15 Nov, 00:00 – 19 Nov, 12:00',
    )
    await expectAccessible()
  })

  test('says when what may still change was read, and reads it again', async ({ page, stack }) => {
    await page.goto('/account')
    await expect(page.getByText('As of 20 Nov 2026, 12:00 UTC')).toBeVisible()
    await expect(new UsagePage(page).figure('Total data')).not.toContainText('incomplete')
    stack.forget()
    stack.asked.length = 0
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect.poll(() => stack.asked.length).toBe(1)
    await new UsagePage(page).choose('Auto-refresh', 'Every 5 min')
    await expect(page).toHaveURL(/refresh=5/)
    await page.goto('/account?range=last-month')
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    await expect(page.getByText('As of')).toBeHidden()
  })
})
