import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { UsagePage } from './pages/usage-page.ts'

test.use({ failuresExpected: true })

/** The longest first rest before something is tried again, in milliseconds. */
const REST = 13_000

/** Lets the page believe that it is seen, or is not. */
async function setVisible(page: Page, state: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
}

test.describe('coming back', () => {
  test('is there again by itself when KORE is back, and says when it looks', async ({
    page,
    stack,
    expectAccessible,
  }) => {
    await page.clock.install()
    stack.sandbox.setFault('500')
    await page.goto('/account?range=last-7-days')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(/Tries again in \d+ s\./)
    await expectAccessible()
    stack.sandbox.setFault('none')
    await page.clock.fastForward(REST)
    await expect(new UsagePage(page).figure('Total data')).toContainText('GB')
  })

  test('rests longer each time that KORE is still ill, and its card stays', async ({
    page,
    stack,
  }) => {
    await page.clock.install()
    stack.sandbox.setFault('500')
    await page.goto('/account?range=last-7-days')
    const alert = page.getByRole('alert')
    for (const rest of [/in (?:8|9|1[0-3]) s/, /in (?:1[5-9]|2[0-5]) s/, /in (?:[34]\d|50) s/]) {
      await expect(alert).toContainText(rest)
      // Whoever has the page read out to them is not told each second.
      await expect(alert.getByText(rest)).toHaveAttribute('aria-hidden', 'true')
      await page.clock.fastForward(REST * 4)
    }
  })

  test('looks at once when somebody comes back to the page, and not while nobody sees it', async ({
    page,
    stack,
  }) => {
    stack.sandbox.setFault('500')
    await page.clock.install()
    await page.goto('/account?range=last-7-days')
    await expect(page.getByRole('alert')).toContainText(/Tries again in/)
    await setVisible(page, 'hidden')
    stack.sandbox.setFault('none')
    await page.clock.fastForward(600_000)
    await expect(page.getByRole('alert')).toBeVisible()
    await setVisible(page, 'visible')
    await expect(new UsagePage(page).figure('Total data')).toContainText('GB')
  })

  test('does not try again by itself what no time can cure', async ({ page }) => {
    await page.clock.install()
    let asked = 0
    await page.route('**/UsageRecords?*', (route) => {
      asked += 1
      return route.fulfill({ status: 400, json: { status: 400, message: 'No.', code: 83600 } })
    })
    await page.goto('/account?range=last-7-days')
    await expect(page.getByRole('alert')).toContainText('KORE does not accept this question')
    await expect(page.getByRole('alert')).not.toContainText('Tries again')
    const before = asked
    await page.clock.fastForward(3_600_000)
    await setVisible(page, 'hidden')
    await setVisible(page, 'visible')
    await expect(page.getByRole('button', { name: 'Try again' })).toBeEnabled()
    expect(asked).toBe(before)
  })

  for (const [name, address, broken, back] of [
    ['the account gate', '/account', '**/api/about', /^Data$/],
    ['the list of SIMs', '/sims', '**/v1/Sims?*', '500 SIMs'],
    ['top and movers', '/movers?product=super-sim', '**/v1/Sims?*', 'Use most'],
    ['one SIM', `/sims/HS${'0'.repeat(32)}`, '**/v1/Sims/*', 'There is no such SIM'],
    ['saved views', '/views', '**/api/views', /^No view is saved yet$|^\d+ views?$/],
    ['read-only links', '/links', '**/api/links', /^No link is open$|^\d+ open links?$/],
    ['kept usage', '/kept', '**/api/accounts/*/kept', 'Nothing is kept for good'],
  ] as const) {
    test(`brings ${name} back by itself`, async ({ page }) => {
      await page.clock.install()
      await page.route(broken, (route) =>
        route.fulfill({ status: 503, json: { status: 503, message: 'Down.' } }),
      )
      await page.goto(address)
      await expect(page.getByRole('alert').first()).toContainText('Tries again in')
      await expect(page.getByRole('heading', { name: back })).toHaveCount(0)
      await page.unrouteAll({ behavior: 'wait' })
      await page.clock.fastForward(REST)
      await expect(page.getByRole('heading', { name: back }).first()).toBeVisible()
    })
  }

  test('brings the small panels of a SIM back by themselves', async ({ page, stack }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main/programmable-wireless/v1`
    const { sims }: { sims: { sid: string; unique_name: string }[] } = await (
      await fetch(`${base}/Sims?Status=active&PageSize=200`)
    ).json()
    const truck = sims.find(({ unique_name }) => unique_name.startsWith('truck'))
    if (!truck) throw new Error('no truck')
    await page.clock.install()
    const broken = /DataSessions|RatePlans|Granularity=hourly/
    await page.route(broken, (route) =>
      route.fulfill({ status: 503, json: { status: 503, message: 'Down.' } }),
    )
    await page.goto(`/sims/${truck.sid}?range=2026-11-01..2026-11-15`)
    const view = new UsagePage(page)
    for (const [panel, words] of [
      ['Hour by hour (UTC)', 'some hours are not loaded. Tries again in'],
      ['Data sessions', 'no session is loaded. Tries again in'],
    ] as const) {
      await expect(view.panel(panel).getByRole('alert')).toContainText(words)
    }
    await expect(view.panel('How it stands')).toContainText('not known')
    await page.unrouteAll({ behavior: 'wait' })
    await page.clock.fastForward(REST)
    await expect(view.panel('Data sessions').getByRole('table')).toBeVisible()
    await expect(view.panel('Hour by hour (UTC)').getByText(/^Last used/)).toBeVisible()
    // Nothing told of the plans that they were missing: they are there all the same.
    await expect(view.panel('How it stands')).toContainText(/Limit of .*% of/)
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
})
