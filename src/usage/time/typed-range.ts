import { calendarDayOf, dayStart, monthsBefore, parseCalendarDay, utcHourOf } from './calendar.ts'
import { LONGEST_RELATIVE, type RelativeUnit, type TimeRange } from './time-range.ts'

/** A range that somebody typed, or why it is none. */
export type TypedRange =
  | { readonly kind: 'range'; readonly range: TimeRange }
  | { readonly kind: 'notUnderstood' }
  /** The end lies before the start; `repaired` has them the other way round. */
  | { readonly kind: 'endsBeforeStart'; readonly repaired: TimeRange }
  | { readonly kind: 'tooLong'; readonly unit: RelativeUnit; readonly longest: number }

const NAMED: Readonly<Record<string, TimeRange>> = {
  today: { kind: 'today' },
  yesterday: { kind: 'yesterday' },
  'this month': { kind: 'thisMonth' },
  'last month': { kind: 'lastMonth' },
}

const UNITS: Readonly<Record<string, RelativeUnit>> = {
  h: 'hours',
  hour: 'hours',
  d: 'days',
  day: 'days',
  w: 'weeks',
  week: 'weeks',
  m: 'months',
  month: 'months',
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a range as people type it: `last 6 weeks`, `36h`, `now-36h`, `now-7d to now`, `yesterday`,
 * `2026-10`, `2026-10-01 to 2026-10-15`, `1 Oct 2026 - 15 Oct 2026`,
 * `2026-10-01 06:00 to 2026-10-01 18:00`. All of it is UTC.
 */
export function parseTypedRange(text: string): TypedRange {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    // As an address has it: `last-30-days`, `this-month`.
    .replace(/^(last|this)-/, '$1 ')
    .replace(/-(?=(hours|days|weeks|months)$)/, ' ')
  const named = NAMED[words]
  if (named) return { kind: 'range', range: named }
  return parseRelative(words) ?? parseMonth(words) ?? parseSpan(words) ?? { kind: 'notUnderstood' }
}

function parseRelative(words: string): TypedRange | undefined {
  const pattern = /^(?:last |past |now ?- ?)?(\d{1,5}) ?([a-z]+?)s?(?: (?:to|until) now)?$/
  const [, digits, word = ''] = pattern.exec(words) ?? []
  const unit = UNITS[word]
  const count = Number(digits)
  if (!unit || count === 0) return undefined
  const longest = LONGEST_RELATIVE[unit]
  if (count > longest) return { kind: 'tooLong', unit, longest }
  return { kind: 'range', range: { kind: 'last', count, unit } }
}

/** `2026-10`, `oct 2026`: a whole calendar month. */
function parseMonth(words: string): TypedRange | undefined {
  const [, name = '', yearAfter] = /^([a-z]{3})[a-z]* (\d{4})$/.exec(words) ?? []
  const [, year = yearAfter, digits] = /^(\d{4})-(\d{2})$/.exec(words) ?? []
  const month = digits ?? String(MONTHS.indexOf(name) + 1).padStart(2, '0')
  const first = parseCalendarDay(`${year}-${month}-01`)
  if (!first) return undefined
  const nextMonth = monthsBefore(dayStart(first), -1)
  const last = calendarDayOf(new Date(nextMonth.getTime() - 1))
  return { kind: 'range', range: { kind: 'days', first, last } }
}

/** A day, or two moments with something between them. */
function parseSpan(words: string): TypedRange | undefined {
  const ends = words.split(/\.\.| to | until | – | - |–/)
  if (ends.length > 2) return undefined
  const [first, later] = ends.map(parseEnd)
  const second = ends.length === 1 ? first : later
  if (!first || !second) return undefined
  if (!first.hour && !second.hour)
    return order(first.day, second.day, ([a, b]) => ({ kind: 'days', first: a, last: b }))
  if (ends.length === 1) return undefined
  const start = first.hour ?? `${first.day}T00`
  // A second day without an hour belongs to the range as a whole.
  const end = second.hour ?? utcHourOf(new Date(dayStart(second.day).getTime() + 86_400_000))
  if (start === end) return undefined
  return order(start, end, ([a, b]) => ({ kind: 'hours', start: a, end: b }))
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

/** A day, with or without a full hour of it. */
function parseEnd(text: string): { day: string; hour?: string } | undefined {
  const [, date = '', hour] = /^(.+?)(?:[t ](\d{2})(?::00)?z?)?$/.exec(text.trim()) ?? []
  const day = parseCalendarDay(date) ?? parseWrittenDay(date)
  if (!day || Number(hour ?? 0) > 23) return undefined
  return hour === undefined ? { day } : { day, hour: `${day}T${hour}` }
}

/** `1 oct 2026` */
function parseWrittenDay(text: string): string | undefined {
  const [, digits = '', name = '', year] = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/.exec(text) ?? []
  const month = MONTHS.indexOf(name) + 1
  if (month === 0) return undefined
  return parseCalendarDay(`${year}-${String(month).padStart(2, '0')}-${digits.padStart(2, '0')}`)
}
