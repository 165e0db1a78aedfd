import {
  type CalendarDay,
  calendarDayOf,
  dayStart,
  monthsBefore,
  parseCalendarDay,
  utcHourOf,
} from './calendar.ts'
import { readCopiedRange } from './copied-range.ts'
import { MILLISECONDS_PER_DAY, MILLISECONDS_PER_HOUR } from './interval.ts'
import {
  LONGEST_RELATIVE,
  MOST_BILLING_MONTHS,
  type RelativeUnit,
  rangeOf,
  type TimeRange,
} from './time-range.ts'
import { parseMonthName, parseWrittenDay } from './written-day.ts'

/** A range that somebody typed, or why it is none. */
export type TypedRange =
  | { readonly kind: 'range'; readonly range: TimeRange }
  | { readonly kind: 'notUnderstood' }
  /** The end lies before the start; `repaired` has them the other way round. */
  | { readonly kind: 'endsBeforeStart'; readonly repaired: TimeRange }
  /** It lies between full hours; `repaired` is of all hours that it touches. */
  | { readonly kind: 'notFullHours'; readonly repaired: TimeRange }
  | { readonly kind: 'tooLong'; readonly unit: RelativeUnit }

const NAMED: ReadonlyMap<string, TimeRange> = new Map<string, TimeRange>([
  ['today', { kind: 'today' }],
  ['now/d to now', { kind: 'today' }],
  ['now/d to now/d', { kind: 'today' }],
  ['yesterday', { kind: 'yesterday' }],
  ['now-1d/d to now-1d/d', { kind: 'yesterday' }],
  ['this week', { kind: 'thisWeek' }],
  ['wtd', { kind: 'thisWeek' }],
  ['week to date', { kind: 'thisWeek' }],
  ['now/w to now', { kind: 'thisWeek' }],
  ['now/w to now/w', { kind: 'thisWeek' }],
  ['last week', { kind: 'lastWeek' }],
  ['previous week', { kind: 'lastWeek' }],
  ['now-1w/w to now-1w/w', { kind: 'lastWeek' }],
  ['this month', { kind: 'thisMonth' }],
  ['mtd', { kind: 'thisMonth' }],
  ['month to date', { kind: 'thisMonth' }],
  ['now/month to now', { kind: 'thisMonth' }],
  ['now/month to now/month', { kind: 'thisMonth' }],
  ['last month', { kind: 'lastMonth' }],
  ['previous month', { kind: 'lastMonth' }],
  ['now-1month/month to now-1month/month', { kind: 'lastMonth' }],
  ['this billing month', { kind: 'thisBillingMonth' }],
  ['this billing period', { kind: 'thisBillingMonth' }],
  ['last billing month', { kind: 'lastBillingMonths', count: 1 }],
  ['last billing period', { kind: 'lastBillingMonths', count: 1 }],
  ['previous billing month', { kind: 'lastBillingMonths', count: 1 }],
  ['this year', { kind: 'thisYear' }],
  ['ytd', { kind: 'thisYear' }],
  ['year to date', { kind: 'thisYear' }],
  ['now/y to now', { kind: 'thisYear' }],
  ['now/y to now/y', { kind: 'thisYear' }],
])

/** `m` alone is none: to most it is minutes, and `M` months. */
const UNITS: ReadonlyMap<string, readonly [unit: RelativeUnit, times: number]> = new Map(
  unitNames([
    [
      ['h', 'hr', 'hrs', 'hour', 'hours'],
      ['hours', 1],
    ],
    [
      ['d', 'day', 'days'],
      ['days', 1],
    ],
    [
      ['w', 'wk', 'wks', 'week', 'weeks'],
      ['weeks', 1],
    ],
    [
      ['mo', 'mos', 'month', 'months'],
      ['months', 1],
    ],
    [
      ['y', 'yr', 'yrs', 'year', 'years'],
      ['months', 12],
    ],
  ]),
)

function unitNames(
  units: readonly (readonly [names: readonly string[], unit: readonly [RelativeUnit, number]])[],
) {
  return units.flatMap(([names, unit]) => names.map((name) => [name, unit] as const))
}

/**
 * Reads a range as people type or paste it: `last 6 weeks`, `36h`, `now-36h`, `now-7d to now`,
 * `yesterday`, `last week`, `mtd`, `2026-10`, `2026-10-01 to 2026-10-15`, `2026-10-01/2026-10-15`,
 * `1 Oct 2026 - 15 Oct 2026`, `2026-10-01 06:00 to 2026-10-01 18:00`, and as Grafana copies it.
 * All of it is UTC. What can be read in two ways is not understood.
 */
export function parseTypedRange(text: string): TypedRange {
  const words = wordsOf(text)
  const named = NAMED.get(words)
  if (named) return { kind: 'range', range: named }
  return (
    parseBillingMonths(words) ??
    parseRelative(words) ??
    parseMonth(words) ??
    parseSpan(words) ?? { kind: 'notUnderstood' }
  )
}

/** The text with one space between words, one “to” between ends, and nothing that it stood in. */
function wordsOf(text: string): string {
  return (
    readCopiedRange(text.trim())
      .replace(/[\s\u200b\u2060]+/g, ' ')
      .replace(/[\u2010-\u2012\u2212]/g, '-')
      .replace(/^[("'<[“‘ ]+|(?:(?<!\.)\.(?!\.)|[,;)\]>"'”’ ])+$/g, '')
      // Only here a capital counts: Grafana's `M` is a month.
      .replace(/(\d ?|\/)M(?![A-Za-z])/g, '$1month')
      .toLowerCase()
      .replace(/^from /, '')
      .replace(/^now ?- ?(?=\d)/, 'now-')
      .replace(/ ?(?:\.\.|[–—]) ?| (?:until|till|-) |(?<=[\dz]) ?\/ ?(?=\d)/g, ' to ')
      // As an address has it: `last-30-days`, `this-month`.
      .replace(/^(last|this)-/, '$1 ')
      .replace(/^(last \d+)-(?=[a-z-]+$)/, '$1 ')
      .replace(/billing-(?=month|period)/, 'billing ')
  )
}

function parseBillingMonths(words: string): TypedRange | undefined {
  const [, digits] = /^(?:last |past )(\d{1,5}) billing (?:months?|periods?)$/.exec(words) ?? []
  const count = Number(digits)
  if (digits === undefined || count === 0) return undefined
  if (count > MOST_BILLING_MONTHS) return { kind: 'tooLong', unit: 'months' }
  return { kind: 'range', range: { kind: 'lastBillingMonths', count } }
}

function parseRelative(words: string): TypedRange | undefined {
  const pattern = /^(?:last |past |now-)?(\d{1,5}) ?([a-z]+)(\/d)?(?: to now)?$/
  const [, digits, word = '', sinceMidnight] = pattern.exec(words) ?? []
  const [unit, times] = UNITS.get(word) ?? []
  const asked = Number(digits)
  if (!unit || !times || asked === 0) return undefined
  if (sinceMidnight && unit !== 'days') return undefined
  // From the midnight so many days ago: that day and today both count.
  const count = asked * times + (sinceMidnight ? 1 : 0)
  if (count > LONGEST_RELATIVE[unit]) return { kind: 'tooLong', unit }
  return { kind: 'range', range: { kind: 'last', count, unit } }
}

/** `2026-10`, `oct 2026`: a whole calendar month. */
function parseMonth(words: string): TypedRange | undefined {
  const [, name = '', yearAfter] = /^([a-z]+)\.? (\d{4})$/.exec(words) ?? []
  const [, year = yearAfter, digits] = /^(\d{4})-(\d{2})$/.exec(words) ?? []
  const month = digits ?? parseMonthName(name)
  const first = parseCalendarDay(`${year}-${month}-01`)
  if (!first) return undefined
  const nextMonth = monthsBefore(dayStart(first), -1)
  const last = calendarDayOf(new Date(nextMonth.getTime() - 1))
  return { kind: 'range', range: { kind: 'days', first, last } }
}

/** A day, or two moments with something between them. */
function parseSpan(words: string): TypedRange | undefined {
  const ends = words.split(' to ')
  if (ends.length > 2) return undefined
  const [first, later] = ends.map(parseEnd)
  const second = ends.length === 1 ? first : later
  if (!first || !second) return undefined
  if (!first.hasTime && !second.hasTime) {
    return order(first.day, second.day, ([a, b]) => ({ kind: 'days', first: a, last: b }))
  }
  return ends.length === 1 ? undefined : parseMoments(first, second)
}

function parseMoments(first: End, second: End): TypedRange | undefined {
  const [start, end] = [first.start, second.end]
  if (start === end) return undefined
  const [early, late] = start < end ? [start, end] : [second.start, first.end]
  const fullHours = hoursBetween(early, late)
  if (early % MILLISECONDS_PER_HOUR !== 0 || late % MILLISECONDS_PER_HOUR !== 0) {
    return { kind: 'notFullHours', repaired: fullHours }
  }
  if (start > end) return { kind: 'endsBeforeStart', repaired: fullHours }
  const whole = { start: new Date(start), end: new Date(end) }
  return { kind: 'range', range: second.isLastOfHour ? rangeOf(whole) : fullHours }
}

/** All hours that a stretch of time touches. */
function hoursBetween(start: number, end: number): TimeRange {
  const last = Math.ceil(end / MILLISECONDS_PER_HOUR) * MILLISECONDS_PER_HOUR
  return { kind: 'hours', start: utcHourOf(new Date(start)), end: utcHourOf(new Date(last)) }
}

function order(
  first: string,
  second: string,
  build: (ends: readonly [string, string]) => TimeRange,
): TypedRange {
  return first <= second
    ? { kind: 'range', range: build([first, second]) }
    : { kind: 'endsBeforeStart', repaired: build([second, first]) }
}

/** A day or a moment as somebody writes it: where a range begins with it and where it ends with it. */
interface End {
  readonly day: CalendarDay
  readonly hasTime: boolean
  /** `23:59` and `23:59:59` end a range with the hour. */
  readonly isLastOfHour: boolean
  readonly start: number
  readonly end: number
}

function parseEnd(text: string): End | undefined {
  const [, date = '', hour, minute = '00', second, fraction = ''] =
    /^(.+?)(?:[t ](\d{2})(?::(\d{2})(?::(\d{2})(\.\d{1,3})?)?)? ?(?:z|utc)?)?$/.exec(text) ?? []
  const day = parseWrittenDay(date)
  if (!day || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return
  const midnight = dayStart(day).getTime()
  if (hour === undefined) {
    const end = midnight + MILLISECONDS_PER_DAY
    return { day, hasTime: false, isLastOfHour: false, start: midnight, end }
  }
  const startOfHour = midnight + Number(hour) * MILLISECONDS_PER_HOUR
  const intoHour = Number(minute) * 60_000 + Number(`${second ?? '00'}${fraction}`) * 1000
  const isLastOfHour = minute === '59' && (second ?? '59') === '59'
  const start = startOfHour + intoHour
  const end = isLastOfHour ? startOfHour + MILLISECONDS_PER_HOUR : start
  return { day, hasTime: true, isLastOfHour, start, end }
}
