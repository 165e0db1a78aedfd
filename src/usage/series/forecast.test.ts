import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { resolveRange, type TimeRange } from '../time/time-range.ts'
import { buildSeries } from './build-series.ts'
import { buildForecast, forecastMonth, forecastQuery } from './forecast.ts'
import { dayOfReaching } from './period-end.ts'
import type { Measure } from './usage-series.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const NO_FLOW = { total: 0, download: 0, upload: 0 }
const DAY = 86_400_000

const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  group: 'fleet',
  interval: { start: new Date('2026-11-14'), end: new Date('2026-11-21') },
  granularity: 'day',
}

/** Each day of the question, with as much as it is told; charged except for the last two days. */
function forecast(bytesOf: (day: Date) => number, measure: Measure = 'data', now = NOW) {
  const query = forecastQuery(QUERY, now)
  const records: UsageRecord[] = []
  for (
    let start = query.interval.start.getTime();
    start < query.interval.end.getTime();
    start += DAY
  ) {
    const bytes = bytesOf(new Date(start))
    const charged = start < now.getTime() - 2.5 * DAY
    records.push({
      period: { start: new Date(start), end: new Date(start + DAY - 1000) },
      part: 'whole',
      data: { total: bytes, download: bytes, upload: 0 },
      commands: NO_FLOW,
      cost: { amount: charged ? bytes * 2 : 0, currency: charged ? 'USD' : undefined },
    })
  }
  return buildForecast(buildSeries(query, records, [], now), measure, now)
}

const isWeekend = (day: Date) => day.getUTCDay() % 6 === 0

describe('a forecast of the month', () => {
  it('is of the running billing month where the range is of billing months', () => {
    const of = (range: TimeRange) => {
      const interval = resolveRange(range, NOW, { kind: 'day', day: 15 })
      return forecastMonth(range, { interval }, NOW)
    }
    const billingMonth = { start: new Date('2026-11-15'), end: new Date('2026-12-15') }
    expect(of({ kind: 'thisBillingMonth' })).toEqual(billingMonth)
    expect(of({ kind: 'lastBillingMonths', count: 6 })).toEqual(billingMonth)
    expect(of({ kind: 'lastMonth' }).start).toEqual(new Date('2026-11-01'))
    const query = forecastQuery(QUERY, NOW, billingMonth)
    const made = buildForecast(buildSeries(query, [], [], NOW), 'data', NOW, billingMonth)
    expect(made?.days).toHaveLength(30)
    expect(made?.days[0]?.start).toEqual(billingMonth.start)
  })

  it('asks for the month and enough days before it, in one part', () => {
    const { group, interval } = forecastQuery(QUERY, NOW)
    expect(group).toBeUndefined()
    expect(interval.start.toISOString().slice(0, 10)).toBe('2026-07-23')
    expect(interval.end.toISOString().slice(0, 10)).toBe('2026-11-21')
    const late = forecastQuery(QUERY, new Date('2026-12-31T23:00:00Z'))
    expect(late.interval.start.toISOString().slice(0, 10)).toBe('2026-09-02')
  })

  it('is exact where every day is like the one before, and has no range then', () => {
    const made = forecast((day) => (day > new Date('2026-11-18') ? 1 : 10))
    expect(made).toMatchObject({ expected: 300, low: 300, high: 300, basis: 119 })
    // 18 settled days of ten, and what is reported of the 19th and the 20th.
    expect(made?.toDate).toBe(182)
    expect(made?.settledUntil).toEqual(new Date('2026-11-19'))
  })

  it('knows that weekends differ', () => {
    const made = forecast((day) => (isWeekend(day) ? 4 : 10))
    // November 2026 has nine days of weekends.
    expect(made?.expected).toBe(21 * 10 + 9 * 4)
  })

  it('takes what is reported of an open day where that is more than usual', () => {
    const made = forecast((day) => (day.getTime() === Date.parse('2026-11-19') ? 50 : 10))
    expect(made?.expected).toBe(29 * 10 + 50)
  })

  it('has a range that is no narrower the more days are open, and never below what is there', () => {
    const made = forecast((day) => (day.getUTCDate() % 2 === 0 ? 5 : 15))
    const widths = made?.days.map(({ low, high }) => high - low) ?? []
    expect(widths.slice(0, 18).every((width) => width === 0)).toBe(true)
    for (let day = 19; day < 30; day++) {
      // Sums of floating point differ in their last digits.
      expect(widths[day]).toBeGreaterThan((widths[day - 1] ?? Number.POSITIVE_INFINITY) - 1e-9)
    }
    expect(made?.low).toBeGreaterThanOrEqual(made?.toDate ?? 0)
    expect(made?.high).toBeGreaterThan(made?.expected ?? 0)
  })

  it('says how often its range has held, and can be no less than what is reported', () => {
    const made = forecast(() => 10)
    // Every day was as expected: 119 settled days, 12 ahead, no range before ten errors are known.
    expect(made?.record.of).toBeGreaterThan(50)
    expect(made?.record.held).toBe(made?.record.of)
    const uneven = forecast((day) => ((day.getTime() / DAY) % 2 === 0 ? 15 : 5))
    // 9 × 15 and 9 × 5 are settled; what is reported of the 19th is 15.
    expect(uneven?.days[17]).toMatchObject({ settled: true, amount: 180, low: 180, high: 180 })
    expect(uneven?.days[18]).toMatchObject({ settled: false, amount: 195, low: 195 })
  })

  it('counts money as settled only once it is charged', () => {
    const made = forecast(() => 10, { currency: 'USD' })
    expect(made?.expected).toBe(600)
    expect(made?.settledUntil).toEqual(new Date('2026-11-18'))
  })

  it('says on which day a budget is reached, or that it is not', () => {
    const made = forecast(() => 10)
    if (!made) throw new Error('no forecast')
    expect(dayOfReaching(made, 255)?.start).toEqual(new Date('2026-11-26'))
    expect(dayOfReaching(made, 300)?.start).toEqual(new Date('2026-11-30'))
    expect(dayOfReaching(made, 301)).toBeUndefined()
  })

  it('is not made of a few days', () => {
    const query = forecastQuery(QUERY, NOW)
    const of = (from: string) => {
      const interval = { ...query.interval, start: new Date(from) }
      return buildForecast(buildSeries({ ...query, interval }, [], [], NOW), 'data', NOW)
    }
    // The 18th is the last that is settled.
    expect(of('2026-11-06')).toBeUndefined()
    expect(of('2026-11-05')?.basis).toBe(14)
    const early = { start: query.interval.start, end: new Date('2026-11-06') }
    const series = buildSeries(query, [], [early], NOW)
    expect(buildForecast(series, 'data', NOW)).toBeUndefined()
  })
})
