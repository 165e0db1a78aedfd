import { describe, expect, it } from 'vitest'
import { compare, days, lastDays, NOW, resolve, usage } from '#testing/compared-days.ts'
import type { ComparedPeriod } from '../question/compared-period.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { dayStart } from '../time/calendar.ts'
import { bucketsOf, type Granularity } from '../time/granularity.ts'
import type { Interval } from '../time/interval.ts'
import type { TimeRange } from '../time/time-range.ts'
import { describeCut } from '../words/comparison-words.ts'
import { buildSeries } from './build-series.ts'
import { type ComparedQuestion, earlierQuery } from './compared-question.ts'
import {
  buildComparison,
  compareBucket,
  comparedCountrySums,
  comparedSums,
  countCompared,
} from './comparison.ts'

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

  it('is the week before for a week of the calendar, though it is still running', () => {
    expect(earlier({ kind: 'thisWeek' }, 'previous')).toBe('2026-11-09T00/2026-11-14T00')
    expect(earlier({ kind: 'lastWeek' }, 'previous')).toBe('2026-11-02T00/2026-11-09T00')
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

  it('has no sums where nothing can be compared, be it all, a part or a country', () => {
    const { sums, comparison } = compare(lastDays(2), 'previous', 'settled')
    expect(sums).toBeUndefined()
    expect(comparedSums(comparison, 'data', 'total', 'home')).toBeUndefined()
    expect(comparedCountrySums(comparison, 'data', 'total', 'DE')).toBeUndefined()
    expect(describeCut(comparison, 'data')).toBe(
      'nothing to compare, 0 of 2 days; 2 are not settled on both sides',
    )
  })

  it('compares each part with itself', () => {
    const { comparison } = compare(days('2026-10-08', '2026-10-09'), 'previous', 'settled')
    expect(comparedSums(comparison, 'data', 'total', 'home')?.later).toBe(6)
    expect(comparedSums(comparison, 'data', 'total', 'nationalRoaming')).toMatchObject({
      later: 0,
      earlier: 0,
    })
  })
})
