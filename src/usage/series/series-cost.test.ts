import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { buildSeries } from './build-series.ts'
import { type ChargeableUsage, costPerGigabyte, recordedCharge } from './series-cost.ts'
import type { UsageSeries } from './usage-series.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const GB = 1_000_000_000

const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  group: 'country',
  interval: { start: new Date('2026-11-01'), end: new Date('2026-11-05') },
  granularity: 'day',
}

/** @param charge undefined while it is not known */
function used(
  date: string,
  part: string,
  bytes: number,
  charge?: { amount: number; currency: string },
): UsageRecord {
  const start = new Date(date)
  return {
    period: { start, end: new Date(start.getTime() + 86_400_000) },
    part,
    data: { total: bytes, download: bytes, upload: 0 },
    commands: NO_FLOW,
    cost: charge ?? { amount: 0, currency: undefined },
  }
}

const usd = (amount: number) => ({ amount, currency: 'USD' })
const seriesOf = (records: UsageRecord[], query = QUERY) => buildSeries(query, records, [], NOW)

/** Of Germany all is charged; of France nothing of the 3rd of November. */
const SERIES = seriesOf([
  used('2026-11-01', 'DE', 2 * GB, usd(3)),
  used('2026-11-02', 'FR', 1 * GB, usd(6)),
  used('2026-11-03', 'FR', 5 * GB),
  used('2026-11-03', 'DE', 2 * GB, usd(3)),
])

/** The cost of a gigabyte of one part, or of one country. */
function costOf(series: UsageSeries, key: string): readonly (number | undefined)[] {
  const part = series.parts.find((one) => one.key === key)
  const place = series.countries.find(({ country }) => country === key)
  if (!part || !place) throw new Error(`There is no ${key}.`)
  const country: ChargeableUsage = { total: place, charged: place.charged }
  return [part, country].map((usage) => costPerGigabyte(series, [usage], 'USD')?.cost)
}

describe('the cost of a gigabyte', () => {
  it('is that of 10⁹ bytes, not of 2³⁰', () => {
    const series = seriesOf([used('2026-11-01', 'DE', 2 * GB, usd(3))])
    expect(costPerGigabyte(series, series.parts, 'USD')?.cost).toBe(1.5)
  })

  it('counts only bytes whose charge is known', () => {
    // 12 USD for the 5 of 10 GB that are charged.
    expect(costPerGigabyte(SERIES, SERIES.parts, 'USD')).toEqual({
      cost: 2.4,
      bytes: 5 * GB,
      ofBytes: 10 * GB,
    })
  })

  it('counts no byte of a record whose charge may still grow, though it tells one', () => {
    const query = {
      ...QUERY,
      interval: { start: new Date('2026-11-18'), end: new Date('2026-11-20') },
    }
    const records = [
      used('2026-11-18', 'DE', 1 * GB, usd(14)),
      used('2026-11-19', 'DE', 3 * GB, usd(9)),
    ]
    // The 19th ended twelve hours ago: 9 USD are what has come in of its 42.
    const series = seriesOf(records, query)
    expect(costPerGigabyte(series, series.parts, 'USD')).toEqual({
      cost: 14,
      bytes: 1 * GB,
      ofBytes: 4 * GB,
    })
    expect(costOf(series, 'DE')).toEqual([14, 14])
    expect(recordedCharge(series)).toEqual({
      chargedUntil: new Date('2026-11-19'),
      chargedBytes: 1 * GB,
    })
    // What was read in time is: a day after the end of the 19th.
    const inTime = buildSeries(query, records, [], new Date('2026-11-21T00:00:00Z'))
    expect(costPerGigabyte(inTime, inTime.parts, 'USD')?.cost).toBe(5.75)
    expect(recordedCharge(inTime)).toBeUndefined()
    // And what was read a second too early is not, whenever it is looked at.
    const reading = { interval: query.interval, readAt: new Date('2026-11-20T23:59:59Z') }
    const tooEarly = buildSeries(query, records, [], new Date('2026-12-20'), [reading])
    expect(costPerGigabyte(tooEarly, tooEarly.parts, 'USD')?.cost).toBe(14)
  })

  it('is not told of one total that reaches into what is not charged in full', () => {
    const query: UsageQuery = {
      ...QUERY,
      granularity: 'total',
      interval: { start: new Date('2026-11-01'), end: new Date('2026-11-20') },
    }
    const total = { ...used('2026-11-01', 'DE', 4 * GB, usd(23)), period: query.interval }
    const series = seriesOf([total], query)
    expect(costPerGigabyte(series, series.parts, 'USD')).toBeUndefined()
  })

  it('is told of each part and each country by its own charged bytes', () => {
    expect(costOf(SERIES, 'DE')).toEqual([1.5, 1.5])
    expect(costOf(SERIES, 'FR')).toEqual([6, 6])
    const charged = (usages: readonly { charged: { bytes: number } }[]) =>
      usages.map(({ charged: { bytes } }) => bytes)
    expect(SERIES.parts.map(({ key }) => key)).toEqual(['FR', 'DE'])
    expect(charged(SERIES.parts)).toEqual([1 * GB, 4 * GB])
    expect(SERIES.countries.map(({ country }) => country)).toEqual(['FR', 'DE'])
    expect(charged(SERIES.countries)).toEqual([1 * GB, 4 * GB])
  })

  it('is told of no currency where there are several, even of a part that has but one', () => {
    const series = seriesOf([
      used('2026-11-01', 'DE', 2 * GB, usd(3)),
      used('2026-11-01', 'FR', 2 * GB, { amount: 5, currency: 'EUR' }),
    ])
    expect(costPerGigabyte(series, series.parts, 'USD')).toBeUndefined()
    expect(costPerGigabyte(series, series.parts, 'EUR')).toBeUndefined()
    expect(costOf(series, 'DE')).toEqual([undefined, undefined])
  })

  it('is not told where nothing is charged, and is zero where it is free', () => {
    const series = seriesOf([
      used('2026-11-01', 'DE', 2 * GB),
      used('2026-11-01', 'FR', 1 * GB, usd(0)),
    ])
    expect(costOf(series, 'DE')).toEqual([undefined, undefined])
    expect(costOf(series, 'FR')).toEqual([0, 0])
    expect(costPerGigabyte(seriesOf([]), [], 'USD')).toBeUndefined()
  })
})

describe('the charge by the records', () => {
  it('has caught up to the start of the first bucket with an uncharged byte', () => {
    expect(recordedCharge(SERIES)).toEqual({
      chargedUntil: new Date('2026-11-03'),
      chargedBytes: 5 * GB,
    })
  })

  it('is taken from the first such bucket, and counts the uncharged bytes of all', () => {
    const series = seriesOf([
      used('2026-11-01', 'DE', 8),
      used('2026-11-02', 'DE', 4, usd(1)),
      used('2026-11-04', 'DE', 2),
    ])
    expect(recordedCharge(series)).toEqual({
      chargedUntil: new Date('2026-11-01'),
      chargedBytes: 4,
    })
  })

  it('has nothing to tell where every byte is charged, or the API tells no lag', () => {
    expect(recordedCharge(seriesOf([used('2026-11-01', 'DE', 8, usd(1))]))).toBeUndefined()
    const { group: _, ...query } = QUERY
    const { cost: __, ...record } = used('2026-11-01', 'home', 8)
    const wireless = seriesOf([record], { ...query, product: 'programmable-wireless' })
    expect(recordedCharge(wireless)).toBeUndefined()
    // It is unknown, not late.
    expect(wireless.buckets[0]?.charge).toBe('notCharged')
  })
})

describe('a bucket that is charged in part', () => {
  it('is not charged in full, however long ago it was', () => {
    const { buckets } = seriesOf([
      used('2026-11-02', 'DE', 4, usd(1)),
      used('2026-11-03', 'DE', 4, usd(1)),
      used('2026-11-03', 'FR', 1),
      used('2026-11-04', 'FR', 1),
    ])
    expect(buckets.map(({ charge }) => charge)).toEqual([
      'charged',
      'charged',
      'partlyCharged',
      'notCharged',
    ])
    expect(buckets.map(({ chargedBytes }) => chargedBytes)).toEqual([0, 4, 4, 0])
  })
})

describe('a charge that should be there', () => {
  it('is lacking from the first bucket of which a record has none', () => {
    expect(SERIES.chargeLacksFrom).toEqual(new Date('2026-11-03'))
    expect(seriesOf([used('2026-11-01', 'DE', 2 * GB, usd(3))]).chargeLacksFrom).toBeUndefined()
    // Whatever it is shown by.
    const whole = seriesOf([used('2026-11-03', 'FR', 5 * GB)], { ...QUERY, granularity: 'total' })
    expect(whole.chargeLacksFrom).toEqual(new Date('2026-11-03'))
  })

  it('is not lacking where it may still come in', () => {
    const interval = { start: new Date('2026-11-19'), end: new Date('2026-11-20') }
    expect(
      seriesOf([used('2026-11-19', 'DE', 2 * GB)], { ...QUERY, interval }).chargeLacksFrom,
    ).toBeUndefined()
  })
})
