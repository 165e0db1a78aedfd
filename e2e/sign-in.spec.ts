import type { KnownPerson } from '#testing/sign-in/openid-provider.ts'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

const ADA: KnownPerson = { email: 'ada@example.com', emailVerified: true, groups: [] }
const BO: KnownPerson = { email: 'bo@example.com', emailVerified: true, groups: [] }
const STRANGER: KnownPerson = { email: 'cy@elsewhere.org', emailVerified: true, groups: [] }

// An answer 401 is logged by the browser.
test.use({ signsIn: true, accounts: ['main', 'north'], failuresExpected: true })

test.describe('signing in', () => {
  test('leads back to the link that was opened, and out again', async ({
    page,
    provider,
    expectAccessible,
  }) => {
    provider.next = ADA
    await page.goto('/account?range=last-7-days&account=north')
    await expect(page).toHaveURL(/\/account\?range=last-7-days&account=north$/)
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    await page.getByRole('button', { name: 'Your session' }).click()
    await expect(page.getByText(ADA.email)).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'You are signed out', level: 2 })).toBeVisible()
    await expectAccessible()
    const answer = await page.request.get('/api/about')
    expect(answer.status()).toBe(401)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
  })

  test('says when the session is over, and goes on where it was', async ({ page, provider }) => {
    provider.next = ADA
    await page.goto('/account?range=last-7-days')
    const view = new UsagePage(page)
    await expect(view.figure('Total data')).toBeVisible()
    await page.context().clearCookies({ name: 'roamboard-session' })
    await view.choosePreset('Yesterday')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('You are signed out')
    await alert.getByRole('button', { name: 'Sign in' }).click()
    await expect(view.figure('Total data')).toBeVisible()
    await expect(page).toHaveURL(/range=yesterday/)
  })

  test('shows nothing to whom nothing is open', async ({ page, provider, expectAccessible }) => {
    provider.next = STRANGER
    await page.goto('/account')
    await expect(page.getByRole('heading', { name: 'No account is open to you' })).toBeVisible()
    await expect(page.getByText(`signed in as ${STRANGER.email}`)).toBeVisible()
    await expectAccessible()
  })

  test('says that an address is not verified, and what that closes', async ({ page, provider }) => {
    provider.next = { ...ADA, emailVerified: false }
    await page.goto('/account')
    await expect(page.getByRole('heading', { name: 'No account is open to you' })).toBeVisible()
    await expect(page.getByText('does not say that your e-mail address is verified')).toBeVisible()
  })

  test('says what failed, and begins anew', async ({ page, provider, expectAccessible }) => {
    provider.next = ADA
    await page.goto('/callback?code=stolen&state=nonsense')
    await expect(page.getByRole('heading', { name: 'Signing in did not work' })).toBeVisible()
    await expect(page.getByText('The provider’s answer was not for this browser')).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
  })

  test('is over in all tabs at once, and leaves no usage in the browser', async ({
    page,
    context,
    provider,
  }) => {
    provider.next = ADA
    await page.goto('/account?range=last-7-days')
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    const other = await context.newPage()
    await other.goto('/account?range=yesterday')
    await expect(new UsagePage(other).figure('Total data')).toBeVisible()
    const keptUsage = (tab: typeof page) =>
      tab.evaluate(async () => {
        const usage = '/api/accounts/main/programmable-wireless/v1/RatePlans'
        const options: RequestInit = { cache: 'only-if-cached', mode: 'same-origin' }
        return await fetch(usage, options).then(
          ({ ok }) => ok,
          () => false,
        )
      })
    await page.evaluate(() => fetch('/api/accounts/main/programmable-wireless/v1/RatePlans'))
    expect(await keptUsage(page)).toBe(true)
    await page.getByRole('button', { name: 'Your session' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    for (const tab of [page, other]) {
      await expect(tab.getByRole('heading', { name: 'You are signed out', level: 2 })).toBeVisible()
      expect(await keptUsage(tab)).toBe(false)
    }
  })

  test('is not asked of whoever reads the help', async ({ page }) => {
    await page.goto('/help#final')
    await expect(page.getByRole('heading', { name: 'How final a number is' })).toBeFocused()
  })

  test('makes whoever saves a view its owner, who alone can change it', async ({
    page,
    provider,
    browser,
  }) => {
    provider.next = ADA
    await page.goto('/account?range=last-7-days')
    await page.getByRole('button', { name: 'Save view' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Name').fill('Mine')
    await expect(form.getByLabel('Owner')).toHaveCount(0)
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('“Mine” is saved.')).toBeVisible({ timeout: 30_000 })
    await page.goto('/views')
    const row = page.getByRole('row').filter({ hasText: 'Mine' })
    await expect(row).toContainText(ADA.email)
    await expect(row.getByRole('button', { name: 'Delete' })).toBeVisible()

    provider.next = BO
    const other = await browser.newContext()
    const theirs = await other.newPage()
    await theirs.goto(page.url())
    const seen = theirs.getByRole('row').filter({ hasText: 'Mine' })
    await expect(seen).toContainText(ADA.email)
    await expect(seen.getByRole('button', { name: /Rename|Delete/ })).toHaveCount(0)
    await seen.getByRole('button', { name: 'Save as your own' }).click()
    const own = theirs.getByRole('row').filter({ hasText: 'Mine (copy)' })
    await expect(own).toContainText(BO.email)
    await expect(own.getByRole('button', { name: 'Rename' })).toBeVisible()
    await other.close()

    await row.getByRole('link', { name: 'Mine' }).click()
    await expect(page).toHaveURL(/\/account\?account=main&range=last-7-days$/)
  })

  test('is not asked of whoever has a read-only link', async ({ page, provider, browser }) => {
    provider.next = ADA
    await page.goto('/account?range=last-7-days&account=north&month=forecast')
    await expect(new UsagePage(page).figure('Total data')).toBeVisible()
    await expect(new UsagePage(page).figure('Total data')).not.toContainText('incomplete')
    const bytes = await new UsagePage(page).exactBytes(new UsagePage(page).figure('Total data'))
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Link for people without access' }).click()
    await expect(
      page.getByText('Its reader will not see the running month and its forecast.'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = await page.getByLabel('Read-only link').inputValue({ timeout: 30_000 })
    const stranger = await browser.newContext()
    const theirs = await stranger.newPage()
    await theirs.goto(link)
    const view = new UsagePage(theirs)
    await expect(view.figure('Total data')).toBeVisible()
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    expect(await view.exactBytes(view.figure('Total data'))).toBe(bytes)
    await page.goto('/links')
    await expect(page.getByRole('row').filter({ hasText: 'Usage, ' })).toContainText(ADA.email)
    await stranger.close()
  })
})
