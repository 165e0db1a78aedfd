import { describe, expect, it } from 'vitest'
import { COMPARED_PERIODS, type ComparedPeriod } from '../question/compared-period.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import type { Granularity } from '../time/granularity.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { buildSeries } from './build-series.ts'
import { type ComparedQuestion, earlierQuery, laterQuery } from './compared-question.ts'
import {
  buildComparison,
  type Comparison,
  compareBucket,
  comparedSums,
  countCompared,
} from './comparison.ts'

/** After all days of the tests, so that all are final. */
const NOW = new Date('2029-06-01T00:00:00Z')

const FIRST_DAY = Date.UTC(2025, 0, 1)
const DAYS = 4 * 365 + 1
/** Dates that ranges begin at, and how many days they last: both sides of every end of a month. */
const DATES = [1, 29, 30, 31]
const LENGTHS = [1, 28, 29, 30, 31, 34]

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const textOf = (day: number) => new Date(day).toISOString().slice(0, 10)
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`)

/** The same date so many months before, counted by hand; undefined where it does not exist. */
function sameDate(text: string, months: number): string | undefined {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  const count = year * 12 + (month - 1) - months
  const [thenYear, thenMonth] = [Math.floor(count / 12), count % 12]
  const isLeap = thenYear % 4 === 0
  const length = thenMonth === 1 && isLeap ? 29 : (MONTH_LENGTHS[thenMonth] ?? 0)
  if (date > length) return undefined
  const padded = (number: number) => String(number).padStart(2, '0')
  return `${thenYear}-${padded(thenMonth + 1)}-${padded(date)}`
}

const daysOf = (first: string, last: string): string[] => {
  const [start, end] = [dayOf(first), dayOf(last)]
  const count = Math.round((end - start) / MILLISECONDS_PER_DAY) + 1
  return Array.from({ length: count }, (_, at) => textOf(start + at * MILLISECONDS_PER_DAY))
}

/** How many whole calendar months some days are; none where they are not. */
function wholeMonths(days: readonly string[]): number {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const afterLast = textOf(dayOf(last) + MILLISECONDS_PER_DAY)
  if (!first.endsWith('-01') || !afterLast.endsWith('-01')) return 0
  return new Set(days.map((day) => day.slice(0, 7))).size
}

/** No other day of a few years has as many. */
const bytesOf = (day: string) => 1_000_000 + ((dayOf(day) / MILLISECONDS_PER_DAY) % 5000) ** 2

const sum = (days: readonly string[]) => days.reduce((all, day) => all + bytesOf(day), 0)

const BY_WEEKDAY = new Map<string, number>()
  .set('last-month-by-weekday', 28)
  .set('last-year-by-weekday', 364)

/** The day that each day is held against, by hand. */
function counterpartsOf(days: readonly string[], period: ComparedPeriod): (string | undefined)[] {
  const back = BY_WEEKDAY.get(period)
  if (back) return days.map((day) => textOf(dayOf(day) - back * MILLISECONDS_PER_DAY))
  const months = period === 'previous' ? wholeMonths(days) : period === 'last-month' ? 1 : 12
  if (months > 0) return days.map((day) => sameDate(day, months))
  return days.map((day) => textOf(dayOf(day) - days.length * MILLISECONDS_PER_DAY))
}

function questionOf(
  first: string,
  last: string,
  granularity: Granularity,
  period: ComparedPeriod,
): ComparedQuestion {
  const interval = {
    start: new Date(dayOf(first)),
    end: new Date(dayOf(last) + MILLISECONDS_PER_DAY),
  }
  const query: UsageQuery = {
    product: 'super-sim',
    accounts: ['main'],
    filter: {},
    interval,
    granularity,
  }
  return { query, range: { kind: 'days', first, last }, period }
}

const recordsIn = ({ start, end }: Interval): UsageRecord[] =>
  daysOf(textOf(start.getTime()), textOf(end.getTime() - 1)).map((day) => ({
    period: { start: new Date(dayOf(day)), end: new Date(dayOf(day) + MILLISECONDS_PER_DAY) },
    part: 'whole',
    data: { total: bytesOf(day), download: bytesOf(day), upload: 0 },
    commands: NO_FLOW,
  }))

/** The comparison of a question, as a page that has read all its days makes it. */
function compare(asked: ComparedQuestion): Comparison | undefined {
  const earlier = earlierQuery(asked, NOW, undefined)
  if (!earlier) return undefined
  const seriesOf = (query: UsageQuery) => buildSeries(query, recordsIn(query.interval), [], NOW)
  const later = laterQuery(asked, NOW, undefined)
  return buildComparison(asked, seriesOf(later), seriesOf(earlier), 'settled')
}

/** Ranges that begin in every month of four years, whole months among them. */
function ranges(): (readonly [string, string])[] {
  const starts = Array.from({ length: DAYS }, (_, at) => FIRST_DAY + at * MILLISECONDS_PER_DAY)
  const chosen = starts.filter((start) => DATES.includes(new Date(start).getUTCDate()))
  return chosen.flatMap((start) =>
    LENGTHS.map((length) => {
      const last = start + (length - 1) * MILLISECONDS_PER_DAY
      return [textOf(start), textOf(last)] as const
    }),
  )
}

/** The ranges whose counterparts are not the days that the oracle names, of a period. */
function wrongRanges(period: ComparedPeriod, isRight: typeof isHeldDayForDay): string[] {
  return ranges()
    .filter(([first, last]) => !isRight(first, last, period))
    .map(([first, last]) => `${first}..${last}`)
}

function isHeldDayForDay(first: string, last: string, period: ComparedPeriod): boolean {
  const comparison = compare(questionOf(first, last, 'day', period))
  const days = daysOf(first, last)
  const expected = counterpartsOf(days, period)
  if (!comparison) return expected.every((day) => day === undefined)
  const { earlier, counterparts } = comparison
  const held = counterparts.map((then) => {
    const bucket = then === undefined ? undefined : earlier.buckets[then]
    return bucket && textOf(bucket.start.getTime())
  })
  return (
    held.length === days.length &&
    held.every((day, index) => day === expected[index]) &&
    // No day is asked for that nothing is held against, but those of whole months.
    (wholeMonths(days) > 0 ||
      (held.find((day) => day) === textOf(earlier.interval.start.getTime()) &&
        held.findLast((day) => day) === textOf(earlier.interval.end.getTime() - 1)))
  )
}

function isOneTotalOfThoseDays(first: string, last: string, period: ComparedPeriod): boolean {
  const comparison = compare(questionOf(first, last, 'total', period))
  const days = daysOf(first, last)
  const counterparts = counterpartsOf(days, period)
  if (!comparison) return counterparts.every((day) => day === undefined)
  const sums = comparedSums(comparison, 'data', 'total')
  if (wholeMonths(days) > 0 && !BY_WEEKDAY.has(period)) {
    const months = period === 'previous' ? wholeMonths(days) : period === 'last-month' ? 1 : 12
    const [start, next] = [first, textOf(dayOf(last) + MILLISECONDS_PER_DAY)].map((day) =>
      sameDate(day, months),
    )
    const before = daysOf(start ?? '', textOf(dayOf(next ?? '') - MILLISECONDS_PER_DAY))
    return sums?.later === sum(days) && sums.earlier === sum(before)
  }
  const held = days.filter((_, index) => counterparts[index])
  const before = counterparts.filter((day) => day !== undefined)
  if (held.length === 0) return sums === undefined
  return sums?.later === sum(held) && sums.earlier === sum(before)
}

describe('each day of four years', () => {
  it.each(COMPARED_PERIODS)(
    'is held against its own counterpart, with %s',
    { timeout: 60_000 },
    (period) => {
      expect(wrongRanges(period, isHeldDayForDay)).toEqual([])
    },
  )

  it.each(COMPARED_PERIODS)(
    'is in one total with just its like, with %s',
    { timeout: 60_000 },
    (period) => {
      expect(wrongRanges(period, isOneTotalOfThoseDays)).toEqual([])
    },
  )
})

describe('weeks and months against other weekdays and dates', () => {
  const heldBy = (
    granularity: Granularity,
    first: string,
    last: string,
    period: ComparedPeriod,
  ) => {
    const asked = questionOf(first, last, granularity, period)
    const shown = buildSeries(asked.query, recordsIn(asked.query.interval), [], NOW)
    const comparison = compare(asked)
    return shown.buckets.map(
      (_, index) => comparison && compareBucket(shown, comparison, 'data', 'total', index)?.before,
    )
  }

  it('are held day for day, whatever week or month the days before are of', () => {
    expect(heldBy('week', '2026-11-02', '2026-11-17', 'last-month')).toEqual([
      sum(daysOf('2026-10-02', '2026-10-08')),
      sum(daysOf('2026-10-09', '2026-10-15')),
      sum(daysOf('2026-10-16', '2026-10-17')),
    ])
    expect(heldBy('week', '2026-11-02', '2026-11-17', 'last-year-by-weekday')).toEqual([
      sum(daysOf('2025-11-03', '2025-11-09')),
      sum(daysOf('2025-11-10', '2025-11-16')),
      sum(daysOf('2025-11-17', '2025-11-18')),
    ])
    expect(heldBy('month', '2026-11-01', '2026-11-30', 'last-month-by-weekday')).toEqual([
      sum(daysOf('2026-10-04', '2026-11-02')),
    ])
  })
})

describe('a range whose end is another date than its last day a month before', () => {
  it.each([
    ['2026-10-30', '2026-10-30', '2026-09-30', '2026-09-30', 1],
    ['2026-10-01', '2026-10-30', '2026-09-01', '2026-09-30', 30],
    ['2026-03-01', '2026-03-28', '2026-02-01', '2026-02-28', 28],
    ['2025-10-01', '2025-10-30', '2025-09-01', '2025-09-30', 30],
    ['2026-03-29', '2026-04-02', '2026-03-01', '2026-03-02', 2],
    ['2028-03-25', '2028-03-31', '2028-02-25', '2028-02-29', 5],
  ])('%s..%s is held against %s..%s', (first, last, start, end, compared) => {
    const comparison = compare(questionOf(first, last, 'day', 'last-month'))
    if (!comparison) throw new Error('nothing to compare with')
    const { interval } = comparison.earlier
    expect([textOf(interval.start.getTime()), textOf(interval.end.getTime() - 1)]).toEqual([
      start,
      end,
    ])
    expect(countCompared(comparison, 'data').compared).toBe(compared)
  })

  it.each([
    ['2026-10-31', 'last-month'],
    ['2028-02-29', 'last-year'],
  ] as const)('%s has nothing to be compared with, %s', (day, period) => {
    expect(compare(questionOf(day, day, 'day', period))).toBeUndefined()
    expect(compare(questionOf(day, day, 'total', period))).toBeUndefined()
  })
})
