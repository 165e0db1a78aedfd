import { describe, expect, it } from 'vitest'
import type { ComparedPeriod, Cut } from '../question/compared-period.ts'
import { resolveQuestion, type UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { dayStart } from '../time/calendar.ts'
import { bucketsOf, type Granularity } from '../time/granularity.ts'
import type { Interval } from '../time/interval.ts'
import type { TimeRange } from '../time/time-range.ts'
import {
  describeCut,
  formatComparedGrowth,
  formatDifference,
  formatGrowth,
  formatWholeGrowth,
} from '../words/comparison-words.ts'
import { buildSeries } from './build-series.ts'
import { type ComparedQuestion, earlierQuery, laterQuery } from './compared-question.ts'
import { buildComparison, compareBucket, comparedSums, countCompared } from './comparison.ts'

const NOW = new Date('2026-11-20T12:34:00Z')

const days = (first: string, last: string): TimeRange => ({ kind: 'days', first, last })
const lastDays = (count: number): TimeRange => ({ kind: 'last', count, unit: 'days' })

function resolve(range: TimeRange, granularity: Granularity | 'auto' = 'auto'): UsageQuery {
  const resolved = resolveQuestion(
    { product: 'programmable-wireless', accounts: ['main'], filter: {}, range, granularity },
    NOW,
  )
  if (resolved.kind !== 'query') throw new Error(resolved.problem.kind)
  return resolved.query
}

const text = ({ start, end }: Interval) =>
  `${start.toISOString().slice(0, 13)}/${end.toISOString().slice(0, 13)}`

function earlier(range: TimeRange, period: ComparedPeriod, granularity?: Granularity): string {
  const query = earlierQuery({ query: resolve(range, granularity), range, period }, NOW, undefined)
  return query ? text(query.interval) : 'nothing'
}

describe('the earlier period', () => {
  it('is as long and right before', () => {
    expect(earlier(days('2026-10-08', '2026-10-14'), 'previous')).toBe(
      '2026-10-01T00/2026-10-08T00',
    )
    expect(earlier(lastDays(7), 'previous')).toBe('2026-11-07T00/2026-11-14T00')
    expect(earlier({ kind: 'last', count: 24, unit: 'hours' }, 'previous')).toBe(
      '2026-11-18T13/2026-11-19T13',
    )
    const sixHours: TimeRange = { kind: 'hours', start: '2026-11-01T06', end: '2026-11-01T12' }
    expect(earlier(sixHours, 'previous')).toBe('2026-11-01T00/2026-11-01T06')
  })

  it('is the same hours of yesterday for a day that is still running', () => {
    expect(earlier({ kind: 'today' }, 'previous')).toBe('2026-11-19T00/2026-11-19T13')
  })

  it('is a calendar month for calendar months, however long', () => {
    expect(earlier({ kind: 'lastMonth' }, 'previous')).toBe('2026-09-01T00/2026-10-01T00')
    expect(earlier({ kind: 'thisMonth' }, 'previous')).toBe('2026-10-01T00/2026-10-21T00')
    expect(earlier(days('2026-04-01', '2026-06-30'), 'previous')).toBe(
      '2026-01-01T00/2026-04-01T00',
    )
    expect(earlier({ kind: 'last', count: 6, unit: 'months' }, 'previous')).toBe(
      '2025-11-21T00/2026-05-21T00',
    )
    expect(earlier(days('2026-03-01', '2026-08-15'), 'previous', 'month')).toBe(
      '2025-09-01T00/2026-02-16T00',
    )
  })

  it('goes back over the end of a year', () => {
    expect(earlier(days('2025-12-28', '2026-01-03'), 'previous')).toBe(
      '2025-12-21T00/2025-12-28T00',
    )
    expect(earlier(days('2025-12-01', '2026-01-31'), 'previous')).toBe(
      '2025-10-01T00/2025-12-01T00',
    )
    expect(earlier(days('2025-11-01', '2026-02-15'), 'previous', 'month')).toBe(
      '2025-07-01T00/2025-10-16T00',
    )
  })

  it('is the same dates a month or a year before', () => {
    expect(earlier(days('2026-10-05', '2026-10-15'), 'last-month')).toBe(
      '2026-09-05T00/2026-09-16T00',
    )
    expect(earlier(days('2026-10-05', '2026-10-15'), 'last-year')).toBe(
      '2025-10-05T00/2025-10-16T00',
    )
  })

  it('tells the same members of a group apart', () => {
    const query: UsageQuery = { ...resolve(lastDays(7)), product: 'super-sim', group: 'country' }
    const records = [usage(dayStart('2026-11-14'), 5, 'DE'), usage(dayStart('2026-11-15'), 3, 'FR')]
    const series = buildSeries(query, records, [], NOW)
    const asked: ComparedQuestion = { query, range: lastDays(7), period: 'previous' }
    expect(earlierQuery(asked, NOW, series)?.members).toEqual(['DE', 'FR'])
  })
})

function usage(start: Date, bytes: number, part = 'home'): UsageRecord {
  return {
    period: { start, end: new Date(start.getTime() + 86_400_000) },
    part,
    data: { total: bytes, download: bytes, upload: 0 },
    commands: NO_FLOW,
  }
}

/** A comparison where every day of a range used `later`, and every day before it `before`. */
function compare(
  range: TimeRange,
  period: ComparedPeriod,
  cut: Cut,
  { later = 3, before = 2, missing = [] as Interval[] } = {},
) {
  const query = resolve(range, 'day')
  const asked = { query, range, period }
  const then = earlierQuery(asked, NOW, undefined)
  if (!then) throw new Error('nothing to compare with')
  const recordsOf = ({ interval }: UsageQuery, bytes: number) =>
    bucketsOf(interval, 'day').map(({ start }) => usage(start, bytes))
  const series = buildSeries(query, recordsOf(query, later), [], NOW)
  const earlierSeries = buildSeries(then, recordsOf(then, before), missing, NOW)
  const comparison = buildComparison(asked, series, earlierSeries, cut)
  const amounts = series.buckets.map(
    (_, index) => compareBucket(series, comparison, 'data', 'total', index)?.before,
  )
  return { series, comparison, amounts, sums: comparedSums(comparison, 'data', 'total') }
}

describe('a comparison', () => {
  it('holds only settled days against settled ones, so that late usage is no fall', () => {
    const { amounts, sums, comparison } = compare(lastDays(7), 'previous', 'settled')
    expect(amounts).toEqual([2, 2, 2, 2, undefined, undefined, undefined])
    expect(sums).toMatchObject({ later: 12, earlier: 8 })
    expect(describeCut(comparison, 'data')).toBe(
      '4 of 7 days compared, the others are not settled on both sides',
    )
  })

  it('includes the rest when asked to', () => {
    const { amounts, sums } = compare(lastDays(7), 'previous', 'all')
    expect(amounts).toEqual([2, 2, 2, 2, 2, 2, 2])
    expect(sums).toMatchObject({ later: 21, earlier: 14 })
  })

  it('draws what was then over days to come, but adds nothing for them', () => {
    const { amounts, series, comparison } = compare(
      days('2026-11-16', '2026-11-30'),
      'last-month',
      'all',
    )
    expect(amounts.filter((amount) => amount !== undefined)).toHaveLength(15)
    expect(countCompared(comparison, 'data').compared).toBe(5)
    expect(describeCut(comparison, 'data')).toBe('5 of 15 days compared, the others have not begun')
    // A day that has not begun has not fallen by all that was used then.
    const sums = series.buckets.map(
      (_, index) => compareBucket(series, comparison, 'data', 'total', index)?.sums,
    )
    expect(sums.filter((one) => one !== undefined)).toHaveLength(5)
  })

  it('counts no day twice where the month before is shorter', () => {
    const { amounts } = compare(days('2026-10-28', '2026-10-31'), 'last-month', 'settled')
    expect(amounts).toEqual([2, 2, 2, undefined])
    const march = compare(days('2026-03-27', '2026-04-02'), 'last-month', 'settled')
    expect(march.amounts).toEqual([2, 2, undefined, undefined, undefined, 2, 2])
  })

  it('leaves out what could not be read, and what KORE no longer keeps', () => {
    const gap = { start: dayStart('2026-10-02'), end: dayStart('2026-10-04') }
    const { amounts } = compare(days('2026-10-08', '2026-10-12'), 'previous', 'settled', {
      missing: [{ start: dayStart('2026-10-04'), end: dayStart('2026-10-06') }, gap],
    })
    expect(amounts).toEqual([undefined, undefined, undefined, 2, 2])
    // 18 months before 20 November 2026 begin on 20 May 2025.
    const old = compare(days('2025-05-24', '2025-05-29'), 'previous', 'settled', {
      missing: [{ start: dayStart('2025-05-18'), end: dayStart('2025-05-20') }],
    })
    expect(old.amounts).toEqual([undefined, undefined, 2, 2, 2, 2])
  })

  it('holds money against money only where both are charged', () => {
    const range = days('2026-11-10', '2026-11-13')
    const query: UsageQuery = { ...resolve(range, 'day'), product: 'super-sim' }
    const asked: ComparedQuestion = { query, range, period: 'previous' }
    const then = earlierQuery(asked, NOW, undefined)
    if (!then) throw new Error('nothing to compare with')
    /** One amount for each day, undefined where its charge is not known. */
    const seriesOf = (of: UsageQuery, amounts: readonly (number | undefined)[]) => {
      const records = bucketsOf(of.interval, 'day').map(({ start }, index): UsageRecord => {
        const amount = amounts[index]
        const cost = { amount: amount ?? 0, currency: amount === undefined ? undefined : 'USD' }
        return { ...usage(start, 10, 'whole'), cost }
      })
      return buildSeries(of, records, [], NOW)
    }
    const series = seriesOf(query, [100, undefined, 5, undefined])
    const before = seriesOf(then, [undefined, 200, 4, undefined])
    const settled = buildComparison(asked, series, before, 'settled')
    const money = { currency: 'USD' }
    expect(comparedSums(settled, money, 'total')).toMatchObject({ later: 5, earlier: 4 })
    expect(comparedSums(settled, 'data', 'total')).toMatchObject({ later: 40, earlier: 40 })
    // What has no charge yet is no zero, also where all so far counts.
    const all = buildComparison(asked, series, before, 'all')
    expect(comparedSums(all, money, 'total')).toMatchObject({ later: 5, earlier: 4 })
  })

  it('compares each part with itself', () => {
    const { comparison } = compare(days('2026-10-08', '2026-10-09'), 'previous', 'settled')
    expect(comparedSums(comparison, 'data', 'total', 'home').later).toBe(6)
    expect(comparedSums(comparison, 'data', 'total', 'nationalRoaming')).toMatchObject({
      later: 0,
      earlier: 0,
    })
  })
})

describe('a comparison of whole calendar months', () => {
  const october = days('2026-10-01', '2026-10-31')

  it('holds all of a month against all of the month before, and says so', () => {
    const { sums, amounts, comparison } = compare(october, 'last-month', 'settled')
    // 31 days of 3 bytes, 30 days of 2.
    expect(sums).toMatchObject({ later: 93, earlier: 60 })
    expect(describeCut(comparison, 'data')).toBe('31 days with 30 days compared')
    expect(formatWholeGrowth(comparison, 'data')).toBe(
      '+55.0%, per day +50.0% (31 days with 30 days) vs 1 Sep – 30 Sep 2026',
    )
    // Its days are held against days still, and the last has none.
    expect(amounts.at(-1)).toBeUndefined()
  })

  it('says nothing of days where both are as long', () => {
    const { comparison } = compare(days('2026-08-01', '2026-08-31'), 'last-month', 'settled')
    expect(formatWholeGrowth(comparison, 'data')).toBe('+50.0% vs 1 Jul – 31 Jul 2026')
  })

  it('holds days against days where not all of both is there', () => {
    const november = days('2026-11-01', '2026-11-30')
    const { sums, comparison } = compare(november, 'last-month', 'settled')
    // The 18th ended 36 hours ago.
    expect(sums).toMatchObject({ later: 51, earlier: 34 })
    expect(describeCut(comparison, 'data')).toBe(
      '17 of 30 days compared; 3 are not settled on both sides, 10 have not begun',
    )
    expect(formatWholeGrowth(comparison, 'data')).toBe(
      '+50.0% (17 of 30 days) vs 1 Oct – 31 Oct 2026',
    )
    const gap = { start: dayStart('2026-09-09'), end: dayStart('2026-09-10') }
    const unread = compare(october, 'last-month', 'settled', { missing: [gap] })
    expect(unread.sums).toMatchObject({ later: 87, earlier: 58 })
    expect(describeCut(unread.comparison, 'data')).toBe(
      '29 of 31 days compared; 1 could not be read, 1 has no counterpart',
    )
  })

  it('compares the days of a month that is running, though it is shown as one total', () => {
    const range = days('2026-11-01', '2026-11-30')
    const asked: ComparedQuestion = { query: resolve(range, 'total'), range, period: 'last-month' }
    expect(laterQuery(asked, NOW, undefined).granularity).toBe('day')
    const past = { ...asked, query: resolve(october, 'total'), range: october }
    expect(laterQuery(past, NOW, undefined)).toBe(past.query)
  })
})

describe('words of a comparison', () => {
  it.each([
    [{ later: 112, earlier: 100 }, '+12 B', '+12.0%'],
    [{ later: 50, earlier: 100 }, '−50 B', '−50.0%'],
    [{ later: 100, earlier: 100 }, '±0 B', '±0%'],
    [{ later: 5, earlier: 0 }, '+5 B', 'new'],
    [{ later: 0, earlier: 0 }, '±0 B', '–'],
    [{ later: 350, earlier: 100 }, '+250 B', '+250%'],
    [{ later: 100_001, earlier: 100_000 }, '+1 B', '±0%'],
  ])('says how %o differ', (sums, difference, growth) => {
    expect(formatDifference(sums, 'data')).toBe(difference)
    expect(formatGrowth(sums)).toBe(growth)
  })

  it('says what a growth is a day where one period is longer', () => {
    const [laterDuration, earlierDuration] = [31 * 86_400_000, 30 * 86_400_000]
    const sums = { later: 1027, earlier: 1000, laterDuration, earlierDuration }
    expect(formatComparedGrowth(sums)).toBe('+2.7%, per day −0.6%')
    expect(formatComparedGrowth({ ...sums, earlierDuration: laterDuration })).toBe('+2.7%')
    expect(formatComparedGrowth({ ...sums, earlier: 0 })).toBe('new')
  })

  it('says beside a sum what of it is compared', () => {
    const { comparison } = compare(lastDays(7), 'previous', 'settled')
    expect(formatWholeGrowth(comparison, 'data')).toBe(
      '+50.0% (4 of 7 days) vs 7 Nov – 13 Nov 2026',
    )
    const whole = compare(days('2026-10-08', '2026-10-14'), 'previous', 'settled').comparison
    expect(formatWholeGrowth(whole, 'data')).toBe('+50.0% vs 1 Oct – 7 Oct 2026')
    const late = compare(lastDays(2), 'previous', 'settled').comparison
    expect(formatWholeGrowth(late, 'data')).toBe('0 of 2 days compared with 17 Nov – 18 Nov 2026')
  })
})
