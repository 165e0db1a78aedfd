import { expect, test } from './fixtures.ts'
import { holdAnswers } from './pages/hold-answers.ts'
import { UsagePage } from './pages/usage-page.ts'

test.use({ failuresExpected: true })

test.describe('states', () => {
  for (const [fault, words] of [
    ['429', 'Too many requests at once'],
    ['500', 'KORE is not answering properly'],
    ['cut', 'KORE is not answering properly'],
    ['html', 'KORE is not answering properly'],
    ['slow', 'KORE is not answering properly'],
  ] as const) {
    test(`says what happened under fault ${fault}, shows no number, and recovers on retry`, async ({
      page,
      stack,
      expectAccessible,
    }) => {
      stack.sandbox.setFault(fault)
      await page.goto('/account?range=last-7-days')
      const alert = page.getByRole('alert')
      await expect(alert).toContainText(words)
      await expect(page.locator('dl')).toHaveCount(0)
      await expectAccessible()
      stack.sandbox.setFault('none')
      await alert.getByRole('button', { name: 'Try again' }).click()
      await expect(new UsagePage(page).figure('Total data')).toContainText('GB')
    })
  }

  test('gets through tokens that expire in the middle of a list', async ({ page, stack }) => {
    stack.sandbox.setFault('expired-token')
    await page.goto('/sims')
    await expect(page.getByText('500 SIMs', { exact: true }).first()).toBeVisible()
  })

  test('says when the server is gone, and recovers', async ({ page, context }) => {
    await page.goto('/account')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toBeVisible()
    await view.range.click()
    await expect(page.getByRole('button', { name: 'Yesterday' })).toBeVisible()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Last 24 hours' }).click()
    // What has to be loaded yet is there as soon as it can be.
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await context.setOffline(false)
    await expect(page.getByRole('textbox', { name: /^Living link/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(view.range).toContainText('Last 24 hours')
    await expect(view.figure('Total data')).toBeVisible()
  })

  test('says so where a part of the dashboard cannot be loaded, and the rest goes on', async ({
    page,
    expectAccessible,
  }) => {
    test.setTimeout(90_000)
    await page.route('**/assets/movers-*.js', (route) => route.fulfill({ status: 404 }))
    await page.goto('/movers')
    // After it was tried again, and the page loaded anew once.
    await expect(page.getByRole('alert')).toContainText('The dashboard itself has a fault', {
      timeout: 25_000,
    })
    await expectAccessible()
    await page.getByRole('link', { name: 'Usage' }).first().click()
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('alert')).toContainText('Your view is in the address', {
      timeout: 25_000,
    })
  })

  test('shows a skeleton while it loads, and nothing jumps', async ({ page }) => {
    const held = await holdAnswers(page, '**/UsageRecords?*')
    await page.goto('/account')
    await expect(page.getByText('Loading usage…')).toBeAttached()
    const before = await new UsagePage(page).range.boundingBox()
    held.release()
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    expect(await new UsagePage(page).range.boundingBox()).toEqual(before)
  })

  test('leaves the older numbers on screen while new ones load', async ({ page }) => {
    await page.goto('/account')
    const view = new UsagePage(page)
    const total = view.figure('Total data')
    await expect(total).toBeVisible()
    const older = await view.exactBytes(total)
    const held = await holdAnswers(page, '**/UsageRecords?*')
    await view.choosePreset('Last month')
    await view.choose('By', 'Hour')
    await expect(view.panel('Data')).toHaveAttribute('aria-busy', 'true')
    expect(await view.exactBytes(total)).toBeGreaterThan(0)
    held.release()
    await expect(view.panel('Data')).toHaveAttribute('aria-busy', 'false')
    expect(await view.exactBytes(total)).not.toBe(older)
  })

  test('says that there is no usage, and what to do', async ({ page, stack }) => {
    const answer = await fetch(
      `${stack.gatewayUrl}/api/accounts/main/programmable-wireless/v1/Sims?Status=new`,
    )
    const { sims }: { sims: { sid: string }[] } = await answer.json()
    await page.goto(`/sims/${sims[0]?.sid}`)
    await expect(page.getByRole('heading', { name: 'No usage in this range' })).toBeVisible()
    await page.getByRole('button', { name: 'Show the last 90 days' }).click()
    await expect(page).toHaveURL(/range=last-90-days/)
  })

  test('says which part could not be loaded, and asks for that part alone', async ({
    page,
    stack,
  }) => {
    let broken = true
    await page.route('**/UsageRecords?*', (route) =>
      broken && route.request().url().includes('Start=2026-07-01')
        ? route.fulfill({ status: 503, json: { status: 503, message: 'down' } })
        : route.continue(),
    )
    await page.goto('/account?range=last-150-days&by=day')
    const notice = page.getByRole('note', { name: 'Missing part' })
    await expect(notice).toContainText('1 of 4 parts could not be loaded')
    await expect(notice).toContainText('1 Jul – 30 Sep 2026')
    await expect(new UsagePage(page).figure('Total data')).toContainText('incomplete')
    broken = false
    const before = stack.asked.length
    await notice.getByRole('button', { name: 'Load the missing parts' }).click()
    await expect(notice).toBeHidden()
    expect(stack.asked.length - before).toBe(1)
  })
})
