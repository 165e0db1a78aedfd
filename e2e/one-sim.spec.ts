import { expect, test } from './fixtures.ts'
import { readRecords } from './pages/read-records.ts'
import { UsagePage } from './pages/usage-page.ts'

interface WireSim {
  readonly sid: string
  readonly unique_name: string
  readonly fleet_sid: string
}

interface WireRecord {
  readonly sim_sid: string
  readonly data_total: number
}

test.describe('one SIM', () => {
  test('stands within its limit, beside its past and beside its fleet', async ({
    page,
    stack,
    expectAccessible,
  }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main/super-sim/v1`
    const { sims }: { sims: WireSim[] } = await (
      await fetch(`${base}/Sims?Status=active&PageSize=200`)
    ).json()
    const sim = sims.find(({ unique_name }) => unique_name.startsWith('coach'))
    if (!sim) throw new Error('no coach')
    const range = 'StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-16T00:00:00Z'
    const records = await readRecords<WireRecord>(
      stack.gatewayUrl,
      `Group=sim&Fleet=${sim.fleet_sid}&${range}`,
    )
    const own = records.find(({ sim_sid }) => sim_sid === sim.sid)?.data_total ?? 0
    const others = records.filter(({ sim_sid }) => sim_sid !== sim.sid)
    const below = others.filter(({ data_total }) => data_total < own).length
    await page.goto(`/sims/${sim.sid}?range=2026-11-01..2026-11-15`)
    const panel = new UsagePage(page).panel('How it stands')
    await expect(panel).toContainText(/Limit of 1 Nov – 30 Nov 2026.*% of 4.00 GB/)
    await expect(panel).toContainText(
      /expected to be reached \(.*in 10\): [\d.]+ GB to [\d.]+ GB by the end; such a range held \d+ of \d+ times/,
    )
    await expect(panel).toContainText(/in the 28 days before/)
    await expect(panel).toContainText(/[\d.]+% download.*[\d.]+% upload/)
    const share = (below / others.length) * 100
    await expect(panel).toContainText(
      `more than ${share.toFixed(share % 100 === 0 ? 0 : 1)}% of the ${others.length} others`,
    )
    await expectAccessible()
  })

  test('tells where it was and when, and its data sessions', async ({ page, stack }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main`
    const { sims }: { sims: WireSim[] } = await (
      await fetch(`${base}/programmable-wireless/v1/Sims?Status=active&PageSize=200`)
    ).json()
    const truck = sims.find(({ unique_name }) => unique_name.startsWith('truck'))
    if (!truck) throw new Error('no truck')
    await page.goto(`/sims/${truck.sid}?range=2026-11-01..2026-11-15`)
    const view = new UsagePage(page)
    const places = view.panel('Where it was')
    const home = places.getByRole('row', { name: /^Home/ })
    await expect(home).toBeVisible()
    await expect(home.getByRole('img', { name: /^Used in \d+ of 15 days$/ })).toBeVisible()
    const total = await view.exactBytes(view.figure('Total data'))
    const shown = await places
      .locator('tbody [title$=" bytes"]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title') ?? ''))
    const bytes = shown.map((title) => Number(title.replace(/\D/g, '')))
    expect(bytes.reduce((sum, amount) => sum + amount, 0)).toBe(total)

    const sessions = view.panel('Data sessions')
    await expect(sessions.locator('tbody tr')).toHaveCount(7)
    await sessions.getByRole('button', { name: /^Show all \d+$/ }).click()
    await expect(page).toHaveURL(/rows=all/)
    const { data_sessions: listed }: { data_sessions: unknown[] } = await (
      await fetch(`${base}/programmable-wireless/v1/Sims/${truck.sid}/DataSessions?PageSize=1000`)
    ).json()
    await expect(sessions.locator('tbody tr')).toHaveCount(listed.length)

    await view
      .panel('How it stands')
      .getByRole('button', { name: /one by one/ })
      .click()
    await expect(view.panel('How it stands')).toContainText(/of the \d+ others that were used/)
  })

  test('is compared with up to five others on one chart, in the address', async ({
    page,
    stack,
    expectAccessible,
  }) => {
    const base = `${stack.gatewayUrl}/api/accounts/main/super-sim/v1`
    const { sims }: { sims: WireSim[] } = await (
      await fetch(`${base}/Sims?Status=active&PageSize=6`)
    ).json()
    const [own, other] = sims
    if (!own || !other) throw new Error('no SIMs')
    await page.goto(`/sims/${own.sid}?range=2026-11-01..2026-11-15`)
    const choice = page.getByRole('combobox', { name: /^Up to 5 others/ })
    await choice.click()
    await choice.fill(other.unique_name)
    await page.getByRole('option', { name: other.unique_name }).click()
    await expect(page).toHaveURL(new RegExp(`with=${other.sid}`))
    const view = new UsagePage(page)
    const chart = view.panel('SIMs compared by data')
    await expect(chart.locator('path[data-part]')).toHaveCount(2)
    const totals = view.panel('SIMs compared in all')
    const row = totals.getByRole('row', { name: new RegExp(`^${other.unique_name}`) })
    const { usage_records: records }: { usage_records: WireRecord[] } = await (
      await fetch(
        `${base}/UsageRecords?Sim=${other.sid}&StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-16T00:00:00Z`,
      )
    ).json()
    expect(await view.exactBytes(row)).toBe(records[0]?.data_total)
    await expectAccessible()
    await page.goto(`/sims/${own.sid}?with=${sims.map(({ sid }) => sid).join()}`)
    await expect(page.getByRole('note', { name: 'Address not understood' })).toContainText('with')
  })
})
