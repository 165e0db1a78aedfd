import { expect, test } from './fixtures.ts'
import { holdAnswers } from './pages/hold-answers.ts'
import { readRecords } from './pages/read-records.ts'
import { UsagePage } from './pages/usage-page.ts'

interface WireRecord {
  readonly network_sid: string | null
  readonly data_total: number
  readonly data_total_billed: number | string
}

const records = (gatewayUrl: string, query: string) => readRecords<WireRecord>(gatewayUrl, query)

async function activeSim(gatewayUrl: string): Promise<{ sid: string; unique_name: string }> {
  const answer = await fetch(
    `${gatewayUrl}/api/accounts/main/super-sim/v1/Sims?Status=active&PageSize=1`,
  )
  const { sims }: { sims: { sid: string; unique_name: string }[] } = await answer.json()
  const [sim] = sims
  if (!sim) throw new Error('no SIM')
  return sim
}

const CLOSED_MONTH = 'StartTime=2026-10-01T00:00:00Z&EndTime=2026-11-01T00:00:00Z'

test.describe('Super SIM', () => {
  test('is reached by the navigation, and shows data and cost that agree with the API', async ({
    page,
    stack,
    viewport,
  }) => {
    await page.goto('/account?range=last-month')
    if ((viewport?.width ?? 0) < 768) {
      await page.getByRole('button', { name: 'Open navigation' }).click()
    }
    const products = page.getByRole('navigation', { name: 'Product' })
    await products.getByRole('link', { name: 'Super SIM' }).click()
    await expect(page).toHaveURL(/\/account\?product=super-sim&range=last-month$/)
    await page.goto('/account?product=super-sim&range=last-month')
    const view = new UsagePage(page)
    const total = view.figure('Total data')
    await expect(total).toBeVisible()
    const hours = await records(stack.gatewayUrl, `${CLOSED_MONTH}&Granularity=hour`)
    expect(await view.exactBytes(total)).toBe(hours.reduce((sum, one) => sum + one.data_total, 0))
    const dollars = hours.reduce((sum, one) => sum + Number(one.data_total_billed), 0)
    await expect(view.figure('Cost in USD')).toContainText(
      dollars.toLocaleString('en-US', { style: 'currency', currency: 'USD' }),
    )
    await expect(view.figure('Cost in USD')).not.toContainText('not charged')
  })

  test('stacks by network with shares, the largest ten and the others', async ({ page, stack }) => {
    await page.goto('/account?product=super-sim&range=last-month')
    const view = new UsagePage(page)
    await view.choose('Stack by', 'Network')
    await expect(page).toHaveURL(/group=network/)
    const rows = view.panel('By network').locator('tbody tr')
    await expect(view.panel('Data').getByRole('list', { name: 'Parts' })).toContainText('Others (')
    const parts = view.panel('Data').getByRole('list', { name: 'Parts' }).getByRole('listitem')
    await expect(parts).toHaveCount(11)
    await expect(rows.first()).toContainText(/.+, .+%/)
    const all = await records(stack.gatewayUrl, `${CLOSED_MONTH}&Granularity=all&Group=network`)
    const largest = Math.max(...all.map(({ data_total }) => data_total))
    expect(await view.exactBytes(rows.first())).toBe(largest)
  })

  test('stacks by SIM, whose names lead to them', async ({ page }) => {
    await page.goto('/account?product=super-sim&range=last-7-days&group=sim&by=day')
    const view = new UsagePage(page)
    const rows = view.panel('By SIM').locator('tbody tr')
    await expect(rows).toHaveCount(11)
    await expect(view.figure('Total data')).not.toContainText('incomplete')
    await rows.first().getByRole('link').click()
    await expect(page).toHaveURL(/\/sims\/HS/)
    await expect(page.getByText('Billing period')).toBeVisible()
  })

  test('filters by name, several at once, and keeps them in the address', async ({
    page,
    stack,
  }) => {
    await page.goto('/account?product=super-sim&range=last-month')
    const view = new UsagePage(page)
    await view.filter('ger', 'Germany')
    await view.filter('trackers-europe', 'trackers-europe')
    await expect(page).toHaveURL(/fleet=HF[0-9a-f]{32}&country=DE/)
    const filtered = await records(
      stack.gatewayUrl,
      `${CLOSED_MONTH}&Granularity=all&IsoCountry=DE&Fleet=trackers-europe`,
    )
    await expect(view.panel('Data')).toHaveAttribute('aria-busy', 'false')
    expect(await view.exactBytes(view.figure('Total data'))).toBe(filtered[0]?.data_total)
    await page.reload()
    const sheet = page.getByRole('button', { name: /^Filters/ })
    if (await sheet.isVisible()) await sheet.click()
    await page.getByRole('button', { name: 'Remove Fleet: trackers-europe' }).click()
    await expect(page).not.toHaveURL(/fleet=/)
  })

  test('adds up what several values of a filter come to', async ({ page, stack }) => {
    await page.goto('/account?product=super-sim&range=last-month&country=DE')
    const view = new UsagePage(page)
    await view.filter('fra', 'France')
    await expect(page).toHaveURL(/country=DE%2CFR|country=DE,FR/)
    const [germany, france] = await Promise.all(
      ['DE', 'FR'].map((country) =>
        records(stack.gatewayUrl, `${CLOSED_MONTH}&Granularity=all&IsoCountry=${country}`),
      ),
    )
    const sum = (germany?.[0]?.data_total ?? 0) + (france?.[0]?.data_total ?? 0)
    await expect(view.panel('Data')).toHaveAttribute('aria-busy', 'false')
    await expect.poll(() => view.exactBytes(view.figure('Total data'))).toBe(sum)
  })

  test('tells billing lag apart from data delay, and never draws an unknown charge as zero', async ({
    page,
  }) => {
    await page.goto('/account?product=super-sim&range=last-24-hours&chart=cost')
    const lag = page.getByRole('note', { name: 'Billing lag', includeHidden: true })
    await expect(lag).toContainText('spending report safe from 21 Nov, 13:00 UTC')
    await expect(page.getByRole('note', { name: 'Data delay', includeHidden: true })).toContainText(
      'Usage may be missing',
    )
    const cost = new UsagePage(page).panel('Cost in USD')
    await expect(cost.getByRole('list', { name: 'Legend' })).toContainText('not charged yet')
    await expect(cost.locator('[data-charge=notCharged]')).toHaveAttribute('d', /^M/)
    const newest = new UsagePage(page).periods('Cost in USD').locator('tbody tr').first()
    await expect(newest).toContainText('Not charged yet')
    await expect(newest).toContainText('–')
    await expect(newest).not.toContainText('$0')
    await expect(new UsagePage(page).figure('Cost in USD')).toContainText('not charged in full')
  })

  test('says what is charged in part', async ({ page }) => {
    await page.goto('/account?product=super-sim&range=2026-11-17..2026-11-20&chart=cost')
    await expect(
      page.getByRole('note', { name: 'Billing lag', includeHidden: true }),
    ).toContainText('Usage before 19 Nov, 12:00 UTC is charged in full')
    const states = new UsagePage(page).periods('Cost in USD').locator('tbody tr td:nth-of-type(2)')
    await expect(states).toHaveText(['Partly charged', 'Partly charged', 'Charged', 'Charged'])
  })

  test('shows one SIM with its fleet’s limit and its billing period', async ({ page, stack }) => {
    const sim = await activeSim(stack.gatewayUrl)
    await page.goto(`/sims/${sim.sid}?range=last-month&group=country`)
    await expect(page.getByRole('heading', { level: 1, name: sim.unique_name })).toBeVisible()
    const details = new UsagePage(page).panel('About this SIM')
    await expect(details).toContainText('Limit for each SIM of the fleet')
    await expect(details).toContainText(/[MG]B a month/)
    await expect(details).toContainText('1 Nov – 30 Nov 2026')
    await expect(new UsagePage(page).panel('By country')).toBeVisible()
  })

  test('finds the product of a SID wherever it is typed', async ({ page, stack }) => {
    const sim = await activeSim(stack.gatewayUrl)
    await page.goto(`/sims?product=programmable-wireless&find=${sim.sid}`)
    await expect(page.getByRole('note', { name: 'Other product' })).toContainText('Super SIM')
    await page.getByRole('link', { name: `Open ${sim.sid}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: sim.unique_name })).toBeVisible()
  })

  test('shows progress, and draws parts as they arrive', async ({ page }) => {
    const held = await holdAnswers(page, '**/UsageRecords?*StartTime=2025*')
    await page.goto('/account?product=super-sim&range=last-549-days&by=day')
    await expect(page.getByRole('note', { name: 'Progress' })).toContainText(
      /Loading: \d of 8 parts/,
    )
    await expect(new UsagePage(page).figure('Total data')).toContainText('incomplete')
    held.release()
    await expect(page.getByRole('note', { name: 'Progress' })).toBeHidden()
    await expect(new UsagePage(page).figure('Total data')).not.toContainText('incomplete')
  })

  test('says which part is older than KORE remembers', async ({ page }) => {
    await page.goto('/account?product=super-sim&range=2025-05-10..2025-06-10&by=day&rows=all')
    const notice = page.getByRole('note', { name: 'Retention' })
    await expect(notice).toContainText('Usage before 20 May 2025, 00:00 UTC is not shown')
    await expect(notice).toContainText('refuses')
    const oldest = new UsagePage(page).periods('Data').locator('tbody tr').last()
    await expect(oldest).toContainText('No longer kept by KORE')
    await page.goto('/account?range=2025-05-10..2025-06-10&by=day')
    await expect(notice).toContainText('can be incomplete')
  })

  test.describe('without the private beta', () => {
    test.use({ failuresExpected: true })

    test('says so once and offers network and country', async ({ page, expectAccessible }) => {
      await page.route('**/UsageRecords?*Group=fleet*', (route) =>
        route.fulfill({ status: 403, json: { status: 403, code: 20003, message: 'private beta' } }),
      )
      await page.goto('/account?product=super-sim&group=fleet')
      await expect(page.getByText('This account cannot group usage by fleet')).toHaveCount(1)
      await expectAccessible()
      await page.getByRole('button', { name: 'Group by country' }).click()
      await expect(new UsagePage(page).panel('By country')).toBeVisible()
    })
  })
})
