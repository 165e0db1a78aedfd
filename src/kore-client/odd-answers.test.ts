import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Product, UpstreamGroup } from '#usage/kore/products.ts'
import type { RequestGranularity } from '#usage/question/request-plan.ts'
import { fetchUsage } from './fetch-usage.ts'
import { fetchRatePlans, streamSims } from './programmable-wireless/sims.ts'
import { fetchFleets, streamSuperSims } from './super-sim/resources.ts'

const { signal } = new AbortController()

afterEach(() => vi.unstubAllGlobals())

/** What is read of one page of an upstream, for a question about two days of November. */
async function read(
  product: Product,
  records: readonly unknown[],
  granularity: RequestGranularity = 'day',
  group?: UpstreamGroup,
) {
  vi.stubGlobal('fetch', async () => Response.json({ usage_records: records, meta: {} }))
  const interval = { start: new Date('2026-11-01'), end: new Date('2026-11-03') }
  const asked = { account: 'main', filter: {}, settled: false, ...(group ? { group } : {}) }
  const { value } = await fetchUsage({ ...asked, product, interval, granularity }, signal)
  if (value === 'notKept') throw new Error('not kept')
  return value.map(({ part, data, cost, oddities = [] }) => ({
    part,
    bytes: data.total,
    cost: cost?.currency === undefined ? undefined : `${cost.amount} ${cost.currency}`,
    oddities,
  }))
}

const FIRST = { start: '2026-11-01T00:00:00Z', end: '2026-11-02T00:00:00Z' }
const DETAIL = (detail: string) => ({
  error: { kind: 'unreadable', detail: expect.stringContaining(detail) },
})

describe('odd answers of Programmable Wireless', () => {
  const leaf = (total: unknown, units?: string) => ({
    total,
    upload: 0,
    download: total,
    ...(units === undefined ? {} : { units }),
  })
  const day = (data: object, period: object = FIRST) => ({ period, data })
  const pw = (...records: unknown[]) => read('programmable-wireless', records)

  it('counts a record once that one page tells twice, and says so', async () => {
    const record = day({ ...leaf(5, 'bytes'), home: leaf(5, 'bytes') })
    expect(await pw(record, record)).toEqual([
      { part: 'home', bytes: 5, cost: undefined, oddities: [{ kind: 'repeated', amount: 1 }] },
    ])
  })

  it('refuses two records of one day that differ', async () => {
    const twice = pw(day({ ...leaf(5), home: leaf(5) }), day({ ...leaf(6), home: leaf(6) }))
    await expect(twice).rejects.toMatchObject(DETAIL('2026-11-01T00:00:00.000Z'))
  })

  it.each([
    ['KB', 1_500],
    ['MB', 1_500_000],
    ['GB', 1_500_000_000],
    ['KiB', 1_536],
    ['MiB', 1_572_864],
  ])('brings %s to bytes, and says so', async (units, bytes) => {
    // The parts name no unit of their own: theirs is that of the whole.
    expect(await pw(day({ ...leaf('1.5', units), home: leaf(1.5) }))).toEqual([
      { part: 'home', bytes, cost: undefined, oddities: [{ kind: 'converted', amount: 1 }] },
    ])
  })

  it.each(['furlongs', 'Mb', 'messages'])('refuses data in %s by name', async (units) => {
    const refused = pw(day({ ...leaf(5, units), home: leaf(5, units) }))
    await expect(refused).rejects.toMatchObject(DETAIL(`"${units}"`))
    await expect(refused).rejects.toMatchObject(DETAIL('0.data.units'))
  })

  it.each(['bytes', 'Bytes', 'byte', 'B', ''])('takes %j for bytes', async (units) => {
    expect(await pw(day({ ...leaf(5, units), home: leaf(5, units) }))).toMatchObject([
      { bytes: 5, oddities: [] },
    ])
  })

  it('believes parts that exceed their whole, and says by how much', async () => {
    expect(await pw(day({ ...leaf(10), home: leaf(8), national_roaming: leaf(5) }))).toMatchObject([
      { part: 'home', bytes: 8, oddities: [{ kind: 'partsExceed', amount: 3 }] },
      { part: 'nationalRoaming', bytes: 5, oddities: [] },
    ])
  })

  it('keeps what parts fall short of, and says by how much', async () => {
    expect(await pw(day({ ...leaf(10), home: leaf(8) }))).toMatchObject([
      { part: 'home', bytes: 8, oddities: [{ kind: 'partsFallShort', amount: 2 }] },
      { part: 'unattributed', bytes: 2, oddities: [] },
    ])
  })

  it('says where upload and download are not the total', async () => {
    const whole = { total: 10, upload: 3, download: 4 }
    expect(await pw(day({ ...whole, home: whole }))).toMatchObject([
      { part: 'home', bytes: 10, oddities: [{ kind: 'directionsDiffer', amount: 3 }] },
    ])
  })

  it('adds up the parts, or the directions, of a total that is null', async () => {
    expect(await pw(day({ total: null, home: leaf(8), national_roaming: leaf(5) }))).toMatchObject([
      { part: 'home', bytes: 8, oddities: [] },
      { part: 'nationalRoaming', bytes: 5, oddities: [] },
    ])
    const home = { total: null, upload: 3, download: 4 }
    expect(await pw(day({ ...home, total: 7, home }))).toMatchObject([{ part: 'home', bytes: 7 }])
  })

  it('keeps a whole of less than nothing', async () => {
    expect(await pw(day(leaf(-5)))).toMatchObject([{ part: 'unattributed', bytes: -5 }])
  })

  it('puts no month into a day', async () => {
    const month = { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z' }
    const record = day({ ...leaf(5), home: leaf(5) }, month)
    await expect(pw(record)).rejects.toMatchObject(DETAIL('2026-12-01T00:00:00.000Z'))
    await expect(
      read('programmable-wireless', [day({ ...leaf(5), home: leaf(5) })], 'hour'),
    ).rejects.toMatchObject(DETAIL('By hour'))
    expect(await read('programmable-wireless', [record], 'total')).toMatchObject([{ bytes: 5 }])
  })

  it('refuses a day that ends before it begins, or does not exist', async () => {
    const back = { start: '2026-11-02T00:00:00Z', end: '2026-11-01T00:00:00Z' }
    const data = { ...leaf(5), home: leaf(5) }
    await expect(pw(day(data, back))).rejects.toMatchObject({ error: { kind: 'unreadable' } })
    const never = { start: '2026-11-31T00:00:00Z', end: '2026-12-01T00:00:00Z' }
    await expect(pw(day(data, never))).rejects.toMatchObject(DETAIL('2026-11-31'))
  })
})

describe('odd answers of Super SIM', () => {
  const record = (changes: object = {}) => ({
    period: { start_time: '2026-11-01T00:00:00', end_time: '2026-11-02T00:00:00' },
    data_upload: 1,
    data_download: 2,
    data_total: 3,
    data_total_billed: '0.03',
    billed_unit: 'USD',
    ...changes,
  })
  const superSim = (...records: unknown[]) => read('super-sim', records)

  it('counts a record once that one page tells twice, and says so', async () => {
    expect(await superSim(record(), record(), record())).toEqual([
      { part: 'whole', bytes: 3, cost: '0.03 USD', oddities: [{ kind: 'repeated', amount: 1 }] },
    ])
  })

  it('adds two records of one day in two currencies', async () => {
    expect(await superSim(record(), record({ billed_unit: 'EUR' }))).toMatchObject([
      { bytes: 3, cost: '0.03 USD', oddities: [] },
      { bytes: 3, cost: '0.03 EUR', oddities: [] },
    ])
  })

  it('adds both directions of a total that is null', async () => {
    expect(await superSim(record({ data_total: null }))).toMatchObject([{ bytes: 3, oddities: [] }])
  })

  it('believes a total that both directions are not, and says so', async () => {
    expect(await superSim(record({ data_total: 10 }))).toMatchObject([
      { bytes: 10, oddities: [{ kind: 'directionsDiffer', amount: 7 }] },
    ])
  })

  it('knows no charge without an amount', async () => {
    expect(await superSim(record({ data_total_billed: null }))).toMatchObject([
      { bytes: 3, cost: undefined },
    ])
  })

  it('counts what is of no member of a group as not attributed', async () => {
    expect(await read('super-sim', [record({ sim_sid: null })], 'day', 'sim')).toMatchObject([
      { part: 'unattributed', bytes: 3 },
    ])
  })

  it('puts no two days into one', async () => {
    const period = { start_time: '2026-11-01T00:00:00Z', end_time: '2026-11-03T00:00:00Z' }
    await expect(superSim(record({ period }))).rejects.toMatchObject(DETAIL('By day'))
  })
})

describe('odd things in lists', () => {
  const answer = (key: string, things: readonly unknown[]) =>
    vi.stubGlobal('fetch', async () => Response.json({ [key]: things, meta: {} }))

  it.each([
    ['Programmable Wireless', streamSims],
    ['Super SIM', streamSuperSims],
  ])('do not end a list of SIMs: %s', async (_, stream) => {
    answer('sims', [
      { sid: 'A', status: 'active' },
      { sid: 'B', status: null },
      { sid: 'C' },
      { sid: null, status: 'active' },
      'nonsense',
      { sid: 'A', status: 'active' },
      { sid: 'D', status: 'ready' },
    ])
    const pages = []
    for await (const page of stream('main', signal)) pages.push(page)
    expect(pages.flatMap(({ sims }) => sims.map(({ sid, status }) => `${sid} ${status}`))).toEqual([
      'A active',
      'B unknown',
      'C unknown',
      'D ready',
    ])
    expect(pages.map(({ skipped }) => skipped)).toEqual([2])
  })

  it('reads limits that are texts, and goes on without a plan that it cannot read', async () => {
    answer('rate_plans', [
      { sid: 'WP1', data_limit: '10', national_roaming_data_limit: 0 },
      { sid: 'WP2', data_limit: 'plenty' },
      { sid: 'WP3', data_limit: null },
    ])
    const plans = await fetchRatePlans('main', signal)
    expect(plans.map(({ sid, limits }) => [sid, limits])).toEqual([
      ['WP1', [{ part: 'home', bytes: 10_000_000 }]],
      ['WP3', []],
    ])
    answer('fleets', [{ sid: 'HF1', data_limit: '250' }])
    expect((await fetchFleets('main', signal)).map(({ limits }) => limits)).toEqual([
      [{ part: 'whole', bytes: 250_000_000 }],
    ])
  })
})
