import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import type { Granularity } from '../time/granularity.ts'
import { isChargedInFull } from './amount-state.ts'
import { buildSeries } from './build-series.ts'
import { bucketIndexAt, bucketTotal, isEmptySeries } from './usage-series.ts'

const NOW = new Date('2026-11-20T12:00:00Z')

function query(start: string, end: string, granularity: Granularity = 'day'): UsageQuery {
  return {
    product: 'programmable-wireless',
    accounts: ['main'],
    filter: {},
    interval: { start: new Date(start), end: new Date(end) },
    granularity,
  }
}

function record(day: string, part: string, bytes: number, country?: string): UsageRecord {
  const start = new Date(day)
  return {
    period: { start, end: new Date(start.getTime() + 86_400_000) },
    part,
    data: { total: bytes, download: bytes, upload: 0 },
    commands: NO_FLOW,
    ...(country ? { country } : {}),
  }
}

const totals = (records: UsageRecord[], asked: UsageQuery) => {
  const series = buildSeries(asked, records, [], NOW)
  return series.buckets.map((_, index) => bucketTotal(series, 'data', 'total', index))
}

describe('usage series', () => {
  it('fills gaps with zero, whatever the order of records', () => {
    const records = [record('2026-11-04', 'home', 5), record('2026-11-02', 'home', 3)]
    expect(totals(records, query('2026-11-01', '2026-11-05'))).toEqual([0, 3, 0, 5])
  })

  it('finds the bucket at a share of its length, and the nearest end outside of it', () => {
    const series = buildSeries(query('2026-11-01', '2026-11-05'), [], [], NOW)
    const indexes = [-1, 0, 0.249, 0.25, 0.999, 1, 7].map((share) => bucketIndexAt(series, share))
    expect(indexes).toEqual([0, 0, 0, 1, 3, 3, 3])
  })

  it('leaves out what lies outside the range, as a request may be wider than its question', () => {
    const records = [record('2026-10-31', 'home', 5), record('2026-11-03', 'home', 7)]
    expect(totals(records, query('2026-11-01', '2026-11-03'))).toEqual([0, 0])
  })

  it('adds parts of one period, and keeps each', () => {
    const records = [
      record('2026-11-01', 'home', 1),
      record('2026-11-01', 'internationalRoaming', 2, 'FR'),
      record('2026-11-01', 'internationalRoaming', 4, 'DE'),
    ]
    const series = buildSeries(query('2026-11-01', '2026-11-02'), records, [], NOW)
    expect(series.parts.map(({ key, total }) => [key, total.data.total])).toEqual([
      ['home', 1],
      ['nationalRoaming', 0],
      ['internationalRoaming', 6],
    ])
    expect(series.countries.map(({ country, data }) => [country, data.total])).toEqual([
      ['DE', 4],
      ['FR', 2],
    ])
    expect(series.total.data.total).toBe(7)
  })

  it('makes months of days', () => {
    const records = [
      record('2026-01-31', 'home', 1),
      record('2026-02-01', 'home', 2),
      record('2026-02-28', 'home', 4),
    ]
    expect(totals(records, query('2026-01-31', '2026-03-01', 'month'))).toEqual([1, 6])
  })

  it('adds the settled and the open half of a total', () => {
    const records = [record('2026-11-01', 'home', 1), record('2026-11-18', 'home', 2)]
    expect(totals(records, query('2026-11-01', '2026-11-20', 'total'))).toEqual([3])
  })

  it('marks the last two days as not final', () => {
    const { buckets } = buildSeries(query('2026-11-17', '2026-11-22'), [], [], NOW)
    expect(buckets.map(({ freshness }) => freshness)).toEqual([
      'final',
      'mayStillGrow',
      'mayBeMissing',
      'mayBeMissing',
      'future',
    ])
  })

  it('tells buckets that are not known from those without usage', () => {
    const missing = [{ start: new Date('2026-11-02T23:00:00Z'), end: new Date('2026-11-03') }]
    const series = buildSeries(query('2026-11-01', '2026-11-04'), [], missing, NOW)
    expect(series.buckets.map(({ known }) => known)).toEqual([true, false, true])
    expect(series.complete).toBe(false)
    expect(buildSeries(query('2026-11-03', '2026-11-04'), [], missing, NOW).complete).toBe(true)
  })

  it('keeps exact numbers up to 2^53 − 1', () => {
    const records = [record('2026-11-01', 'home', Number.MAX_SAFE_INTEGER)]
    expect(totals(records, query('2026-11-01', '2026-11-02'))).toEqual([Number.MAX_SAFE_INTEGER])
  })

  it('tells the ten largest members of a group apart, and puts the others together', () => {
    const records = Array.from({ length: 14 }, (_, member) =>
      record('2026-11-01', `HW${member}`, 100 - member),
    )
    const grouped = {
      ...query('2026-11-01', '2026-11-02'),
      product: 'super-sim',
      group: 'network',
    } as const
    const { parts, total } = buildSeries(grouped, records, [], NOW)
    expect(parts.map(({ key }) => key)).toEqual([
      ...Array.from({ length: 10 }, (_, member) => `HW${member}`),
      'others',
    ])
    expect(parts.at(-1)).toMatchObject({
      members: 4,
      total: { data: { total: 90 + 89 + 88 + 87 } },
    })
    expect(total.data.total).toBe(records.reduce((sum, { data }) => sum + data.total, 0))
  })

  it('never adds up money of several currencies', () => {
    const cost = (amount: number, currency: string): UsageRecord => ({
      ...record('2026-10-01', 'whole', 1),
      cost: { amount, currency },
    })
    const asked = { ...query('2026-10-01', '2026-10-02'), product: 'super-sim' } as const
    const series = buildSeries(asked, [cost(1, 'USD'), cost(2, 'EUR'), cost(4, 'USD')], [], NOW)
    expect(series.currencies).toEqual(['EUR', 'USD'])
    expect(bucketTotal(series, { currency: 'USD' }, 'total', 0)).toBe(5)
    expect(bucketTotal(series, { currency: 'EUR' }, 'total', 0)).toBe(2)
  })

  it('marks what is not charged, and what is charged in part', () => {
    const charged = (day: string, currency: string | undefined): UsageRecord => ({
      ...record(day, 'whole', 5),
      cost: { amount: currency ? 1 : 0, currency },
    })
    const asked = { ...query('2026-11-18', '2026-11-21'), product: 'super-sim' } as const
    const records = [
      charged('2026-11-18', 'USD'),
      charged('2026-11-19', 'USD'),
      charged('2026-11-20', undefined),
    ]
    const series = buildSeries(asked, records, [], NOW)
    expect(series.buckets.map(({ charge }) => charge)).toEqual([
      'charged',
      'partlyCharged',
      'notCharged',
    ])
    expect(isChargedInFull(series)).toBe(false)
  })

  it('says which buckets are older than the upstream remembers', () => {
    const asked = query('2025-05-19', '2025-05-21')
    const lost = { start: new Date('2025-05-19'), end: new Date('2025-05-20') }
    const { buckets } = buildSeries(asked, [], [lost], NOW)
    expect(buckets.map(({ freshness }) => freshness)).toEqual(['beyondRetention', 'final'])
    const kept = buildSeries(asked, [], [], NOW)
    expect(kept.buckets.map(({ freshness }) => freshness)).toEqual(['final', 'final'])
  })

  it('knows when there was nothing', () => {
    expect(isEmptySeries(buildSeries(query('2026-11-01', '2026-11-02'), [], [], NOW))).toBe(true)
  })
})
