import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.ts'
import { DEFAULT_CONFIG, type SandboxConfig } from '../config.ts'
import { createSandbox, type Sandbox } from '../handler.ts'

const NOW = '2026-11-20T12:00:00Z'

interface WireRecord {
  readonly period: { readonly start_time: string; readonly end_time: string }
  readonly sim_sid: string | null
  readonly fleet_sid: string | null
  readonly network_sid: string | null
  readonly iso_country: string | null
  readonly data_upload: number
  readonly data_total: number
  readonly data_total_billed: number
  readonly billed_unit: string | null
}

async function start(settings: Partial<SandboxConfig> = {}, now = NOW) {
  const sandbox = createSandbox(
    { ...DEFAULT_CONFIG, sims: 1, superSims: 150, ...settings },
    fixedClock(new Date(now)),
  )
  const accessToken = await fetchToken(sandbox)
  const get = async (path: string) =>
    sandbox.fetch(
      new Request(`http://sandbox/super-sim/v1/${path}`, {
        headers: { Authorization: `Bearer ${accessToken}` },
      }),
    )
  const usage = async (query: string): Promise<WireRecord[]> => {
    const records: WireRecord[] = []
    let next: string | null = `UsageRecords?PageSize=249&${query}`
    while (next) {
      const response = await get(next)
      if (!response.ok) throw new Error(await response.text())
      const page = await response.json()
      records.push(...page.usage_records)
      next = page.meta.next_page_url?.split('/v1/')[1] ?? null
    }
    return records
  }
  return { get, usage }
}

async function fetchToken(sandbox: Sandbox): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'sandbox',
    client_secret: 'sandbox',
  })
  const url = 'http://sandbox/api-services/v1/auth/token'
  return (await (await sandbox.fetch(new Request(url, { method: 'POST', body }))).json())
    .access_token
}

const bytes = (records: readonly WireRecord[]) =>
  records.reduce((sum, record) => sum + record.data_total, 0)
const charge = (records: readonly WireRecord[]) =>
  records.reduce((sum, record) => sum + Math.round(record.data_total_billed * 1e6), 0)
const range = (start: string, end: string) =>
  `StartTime=${start}T00:00:00Z&EndTime=${end}T00:00:00Z`

let sandbox: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  sandbox = await start()
})

describe('Super SIM usage', () => {
  it.each([
    ['UsageRecords?Granularity=daily', 83600],
    ['UsageRecords?Group=country', 83600],
    ['UsageRecords?PageSize=250', 83600],
    ['UsageRecords?Network=nobody', 83600],
    ['UsageRecords?Group=', 83600],
    ['UsageRecords?StartTime=yesterday', 83600],
    [`UsageRecords?${range('2026-11-02', '2026-11-01')}`, 83600],
    [
      'UsageRecords?Granularity=day&StartTime=2026-11-01T01:00:00Z&EndTime=2026-11-02T00:00:00Z',
      83601,
    ],
    [
      'UsageRecords?Granularity=hour&StartTime=2026-11-01T00:30:00Z&EndTime=2026-11-02T00:00:00Z',
      83602,
    ],
    ['UsageRecords?StartTime=2026-11-01T00:30:00Z&EndTime=2026-11-02T00:00:00Z', 83602],
    [`UsageRecords?Group=sim&${range('2026-10-01', '2026-11-02')}`, 83603],
    [`UsageRecords?Granularity=hour&${range('2026-10-01', '2026-11-02')}`, 83604],
    [`UsageRecords?Granularity=day&${range('2026-08-01', '2026-11-02')}`, 83604],
    [`UsageRecords?${range('2025-05-19', '2025-06-01')}`, 83605],
    ['Sims?Status=asleep', 83600],
  ])('refuses %s with %d', async (path, code) => {
    const response = await sandbox.get(path)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ status: 400, code })
  })

  it.each([
    ['UsageRecords?Sim=nobody', 83005],
    ['UsageRecords?Fleet=nobody', 83006],
    ['Sims/nobody', 83005],
    ['Sims/nobody/BillingPeriods', 83005],
    ['Fleets/nobody', 83006],
    ['Networks/nobody', 20404],
  ])('does not find %s, and says so with %d', async (path, code) => {
    const response = await sandbox.get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ status: 404, code })
  })

  it.each([
    `UsageRecords?Group=sim&${range('2026-10-01', '2026-11-01')}`,
    `UsageRecords?Granularity=hour&${range('2026-10-01', '2026-11-01')}`,
    `UsageRecords?Granularity=day&${range('2026-08-01', '2026-11-01')}`,
    `UsageRecords?Granularity=day&${range('2026-02-28', '2026-05-31')}`,
    `UsageRecords?${range('2025-05-20', '2026-11-20')}`,
    'UsageRecords',
  ])('allows %s, which is on the edge', async (path) => {
    expect((await sandbox.get(path)).status).toBe(200)
  })

  it('rounds a single SIM’s moments outwards beyond 24 hours, and not within', async () => {
    const [sim] = (await (await sandbox.get('Sims?Status=active')).json()).sims
    const period = async (start: string, end: string) =>
      (await sandbox.usage(`Sim=${sim.sid}&StartTime=${start}&EndTime=${end}`))[0]?.period
    const wide = await period('2026-11-01T10:20:00Z', '2026-11-03T10:20:00Z')
    expect(wide).toEqual({
      start_time: '2026-11-01T10:00:00Z',
      end_time: '2026-11-03T11:00:00Z',
    })
    const narrow = await period('2026-11-01T10:20:00Z', '2026-11-02T10:20:00Z')
    expect(narrow?.start_time).toBe('2026-11-01T10:20:00Z')
  })

  it('groups only where the private beta is unlocked', async () => {
    const locked = await start({ privateBeta: false })
    for (const group of ['sim', 'fleet']) {
      const response = await locked.get(`UsageRecords?Group=${group}`)
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ status: 403, message: expect.any(String) })
    }
    expect((await locked.get('UsageRecords?Group=network')).status).toBe(200)
  })

  it('fills the identifiers that are grouped or filtered by, and no others', async () => {
    const days = range('2026-11-01', '2026-11-03')
    const [plain] = await sandbox.usage(days)
    expect(plain).toMatchObject({
      sim_sid: null,
      fleet_sid: null,
      network_sid: null,
      iso_country: null,
    })
    const [grouped] = await sandbox.usage(`${days}&Group=network&IsoCountry=US`)
    expect(grouped).toMatchObject({ iso_country: 'US', sim_sid: null, fleet_sid: null })
    expect(grouped?.network_sid).toMatch(/^HW/)
  })

  it('adds up alike by hour and by day, whole and in each group, late usage included', async () => {
    const fromDay = fc
      .integer({ min: -40, max: -1 })
      .chain((first) =>
        fc.tuple(fc.constant(first), fc.integer({ min: first + 1, max: Math.min(1, first + 20) })),
      )
    const day = (offset: number) =>
      new Date(Date.parse('2026-11-20') + offset * 86_400_000).toISOString().slice(0, 10)
    await fc.assert(
      fc.asyncProperty(
        fromDay,
        fc.constantFrom('', '&IsoCountry=US', '&Fleet=trackers-europe'),
        async ([first, last], filter) => {
          const days = range(day(first), day(last)) + filter
          const hours = await sandbox.usage(`${days}&Granularity=hour`)
          for (const other of [
            'day',
            'all',
            'all&Group=network',
            'day&Group=fleet',
            'all&Group=sim',
            'day&Group=isoCountry',
          ]) {
            const records = await sandbox.usage(`${days}&Granularity=${other}`)
            expect([other, bytes(records), charge(records)]).toEqual([
              other,
              bytes(hours),
              charge(hours),
            ])
          }
        },
      ),
      { numRuns: 15 },
    )
  })

  it('shows bytes before their charge, and the charge within a day', async () => {
    const query = 'Granularity=hour&StartTime=2026-11-19T12:00:00Z&EndTime=2026-11-20T12:00:00Z'
    const soon = await sandbox.usage(query)
    const uncharged = soon.filter(({ billed_unit }) => billed_unit === null)
    expect(uncharged.length).toBeGreaterThan(0)
    expect(uncharged.every(({ data_total_billed }) => data_total_billed === 0)).toBe(true)
    const later = await (await start({}, '2026-11-21T12:00:00Z')).usage(query)
    expect(later.every(({ billed_unit }) => billed_unit === 'USD')).toBe(true)
    expect(charge(later)).toBeGreaterThan(charge(soon))
    const muchLater = await (await start({}, '2026-12-21T12:00:00Z')).usage(query)
    expect([bytes(muchLater), charge(muchLater)]).toEqual([bytes(later), charge(later)])
  })

  it('lists newest first and leaves empty periods out', async () => {
    const [sim] = (await (await sandbox.get('Sims?Status=new')).json()).sims
    expect(await sandbox.usage(`Sim=${sim.unique_name}&Granularity=day`)).toEqual([])
    const starts = (
      await sandbox.usage(`${range('2026-11-01', '2026-11-15')}&Granularity=day`)
    ).map(({ period }) => period.start_time)
    expect(starts).toEqual(starts.toSorted().toReversed())
  })

  it('has SIMs that move between fleets and between countries', async () => {
    const moved = await start({ superSims: 600 })
    const { sims } = await (await moved.get('Sims?PageSize=600')).json()
    let fleets = 0
    let countries = 0
    for (const { sid } of sims.slice(0, 200)) {
      const days = `Sim=${sid}&${range('2025-06-01', '2026-11-20')}`
      if ((await moved.usage(`${days}&Group=fleet`)).length > 1) fleets += 1
      if ((await moved.usage(`${days}&Group=isoCountry`)).length > 1) countries += 1
    }
    expect(fleets).toBeGreaterThan(0)
    expect(countries).toBeGreaterThan(5)
  })

  it('lists fleets, networks and billing periods', async () => {
    const { fleets } = await (await sandbox.get('Fleets')).json()
    const { networks } = await (await sandbox.get('Networks?PageSize=100')).json()
    expect(fleets).toHaveLength(12)
    expect(networks).toHaveLength(40)
    expect(
      new Set(networks.map(({ iso_country }: { iso_country: string }) => iso_country)).size,
    ).toBe(25)
    const [sim] = (await (await sandbox.get('Sims?Status=active')).json()).sims
    const periods = (await (await sandbox.get(`Sims/${sim.sid}/BillingPeriods`)).json())
      .billing_periods
    expect(periods[0]).toMatchObject({ sim_sid: sim.sid, end_time: '2026-12-01T00:00:00Z' })
  })
})
