import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { holdAnswers } from './pages/hold-answers.ts'

/** More than are gathered unasked. */
const SIMS = 350

test.use({ sandbox: { sims: SIMS, superSims: 60 } })

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const gathering = (page: Page) => page.getByRole('note', { name: 'Gathering' })
const askedFirst = (page: Page) => page.getByRole('note', { name: 'Before it begins' })

/** Counts what is asked of one SIM's usage. */
function countAsked(page: Page): () => number {
  let asked = 0
  page.on('request', (request) => {
    if (/\/Sims\/DE\w+\/UsageRecords/.test(request.url())) asked += 1
  })
  return () => asked
}

/** Shows the reader thirty accounts, each the sandbox's first under another name. */
async function showThirtyAccounts(page: Page, gatewayUrl: string): Promise<void> {
  const about = await (await fetch(`${gatewayUrl}/api/about`)).json()
  const [main] = about.accounts
  const accounts = Array.from({ length: 30 }, (_, index) => ({
    ...main,
    id: `fleet-${index}`,
    name: `Fleet ${index}`,
    mark: `${main.mark}${index}`,
  }))
  await page.route('**/api/about', (route) => route.fulfill({ json: { ...about, accounts } }))
  await page.route('**/api/accounts/fleet-*/**', (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/fleet-\d+/, 'main'),
    }),
  )
}

test.describe('gathering', () => {
  // A busy machine takes its time for hundreds of SIMs.
  test.setTimeout(120_000)

  test('of many SIMs is begun on its reader’s word, one request for each', async ({
    page,
    expectAccessible,
  }) => {
    const asked = countAsked(page)
    await page.goto('/movers')
    await expect(askedFirst(page)).toContainText('SIM by SIM, of 350')
    await expect(askedFirst(page)).toContainText('350 requests to KORE: about 1 minute')
    await expect(panel(page, 'Use most')).toHaveCount(0)
    await expectAccessible()
    expect(asked()).toBe(0)
    await askedFirst(page).getByRole('button', { name: 'Begin' }).click()
    await expect(page).toHaveURL(/gather=on/)
    await expect(panel(page, 'Use most').getByRole('listitem')).toHaveCount(5, { timeout: 60_000 })
    await expect(gathering(page)).toHaveCount(0)
    expect(asked()).toBe(SIMS)
  })

  test('stays paused when the page is loaded again, and goes on when it is told to', async ({
    page,
  }) => {
    const held = await holdAnswers(page, '**/Sims/DE*/UsageRecords?*')
    await page.goto('/movers?gather=on')
    await gathering(page).getByRole('button', { name: 'Pause' }).click()
    await expect(page).toHaveURL(/gather=paused/)
    held.release()
    await page.unrouteAll({ behavior: 'wait' })
    const asked = countAsked(page)
    await page.reload()
    await expect(gathering(page)).toContainText(`Paused at 0 of ${SIMS} SIMs`)
    await expect(panel(page, 'Use most')).toHaveCount(0)
    expect(asked()).toBe(0)
    await gathering(page).getByRole('button', { name: 'Go on' }).click()
    await expect(panel(page, 'Use most').getByRole('listitem')).toHaveCount(5, { timeout: 60_000 })
  })

  test('finds nothing in a part of the SIMs, says how long the rest takes, and goes on for who comes back', async ({
    page,
  }) => {
    let answers = 0
    await page.route('**/Sims/DE*/UsageRecords?*', async (route) => {
      answers += 1
      // What comes after the first hundred comes slowly.
      if (answers > 100) await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await page.goto('/movers?gather=on')
    await expect(gathering(page)).toContainText(/[1-9]\d* of 350 SIMs/)
    await expect(gathering(page)).toContainText(/It will take (about|less than) .+ more\./)
    await expect(gathering(page)).toContainText('once all of them are there')
    await expect(panel(page, 'Went silent')).toHaveCount(0)
    await page.getByRole('link', { name: 'SIMs', exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'SIMs' })).toBeVisible()
    await page.unrouteAll({ behavior: 'wait' })
    await page.goBack()
    await expect(panel(page, 'Went silent')).toBeVisible({ timeout: 60_000 })
  })

  test.describe('in an outage', () => {
    test.use({ failuresExpected: true })

    test('waits, and goes on by itself', async ({ page }) => {
      await page.clock.install()
      let answers = 0
      await page.route('**/Sims/DE*/UsageRecords?*', (route) => {
        answers += 1
        return answers > 40
          ? route.fulfill({ status: 503, json: { status: 503, message: 'Down.' } })
          : route.continue()
      })
      await page.goto('/movers?gather=on')
      await expect(gathering(page)).toContainText('it goes on after a rest')
      await page.unrouteAll({ behavior: 'wait' })
      await page.clock.fastForward(15_000)
      await expect(panel(page, 'Use most').getByRole('listitem')).toHaveCount(5, {
        timeout: 60_000,
      })
    })
  })

  test('where SIMs of thirty accounts roam is looked for on its reader’s word', async ({
    page,
    stack,
  }) => {
    await showThirtyAccounts(page, stack.gatewayUrl)
    const countries: string[] = []
    page.on('request', (request) => {
      if (/IsoCountry=/.test(request.url())) countries.push(request.url())
    })
    await page.goto('/movers?product=super-sim&account=all')
    await expect(askedFirst(page)).toContainText(
      /[1-9],?\d{3} requests to KORE: about \d+ minutes/,
      { timeout: 60_000 },
    )
    await expect(panel(page, 'Use most').getByRole('listitem')).toHaveCount(5)
    // That none was found so far does not mean that there is none.
    await expect(panel(page, 'Roam where they had not been')).toContainText('Not known yet.')
    expect(countries).toEqual([])
    await askedFirst(page).getByRole('button', { name: 'Begin' }).click()
    await expect.poll(() => countries.length).toBeGreaterThan(0)
    await expect(askedFirst(page)).toHaveCount(0)
  })
})
