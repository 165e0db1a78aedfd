import { parseCalendarDay, parseUtcHour } from '#usage/time/calendar.ts'
import {
  DEFAULT_RANGE,
  LONGEST_RELATIVE,
  MOST_BILLING_MONTHS,
  type RelativeUnit,
  type TimeRange,
} from '#usage/time/time-range.ts'
import { longestRelative } from '#usage/words/range-names.ts'
import type { SearchKey } from './search-key.ts'

const UNITS: readonly RelativeUnit[] = ['hours', 'days', 'weeks', 'months']

/**
 * `range=last-30-days`, `range=this-month`, `range=2026-10-01..2026-10-15` (both days belong to
 * it), `range=2026-10-01T06..2026-10-01T18` (the moments between which it lies).
 */
export const RANGE_KEY: SearchKey<TimeRange> = {
  name: 'range',
  fallback: DEFAULT_RANGE,
  expected:
    'today, yesterday, last-24-hours, last-30-days, last-6-weeks, last-3-months (or other numbers), this-week, last-week, this-month, last-month, this-year, this-billing-month, last-billing-month, last-6-billing-months, or two days or hours such as 2026-10-01..2026-10-15 or 2026-10-01T06..2026-10-01T18, the earlier first',
  expectedFor: longestFor,
  parse: parseRangeWord,
  serialize: serializeRange,
}

/** The ranges whose word is all that they are. */
const NAMED: readonly TimeRange[] = [
  { kind: 'today' },
  { kind: 'yesterday' },
  { kind: 'thisWeek' },
  { kind: 'lastWeek' },
  { kind: 'thisMonth' },
  { kind: 'lastMonth' },
  { kind: 'thisYear' },
  { kind: 'thisBillingMonth' },
  { kind: 'lastBillingMonths', count: 1 },
]

function serializeRange(range: TimeRange): string {
  switch (range.kind) {
    case 'today':
      return 'today'
    case 'yesterday':
      return 'yesterday'
    case 'last':
      return `last-${range.count}-${range.unit}`
    case 'thisWeek':
      return 'this-week'
    case 'lastWeek':
      return 'last-week'
    case 'thisMonth':
      return 'this-month'
    case 'lastMonth':
      return 'last-month'
    case 'thisYear':
      return 'this-year'
    case 'thisBillingMonth':
      return 'this-billing-month'
    case 'lastBillingMonths':
      return range.count === 1 ? 'last-billing-month' : `last-${range.count}-billing-months`
    case 'days':
      return `${range.first}..${range.last}`
    case 'hours':
      return `${range.start}..${range.end}`
  }
}

function parseRangeWord(word: string): TimeRange | undefined {
  const named = NAMED.find((range) => serializeRange(range) === word)
  return named ?? parseBillingMonths(word) ?? parseLast(word) ?? parseDays(word) ?? parseHours(word)
}

function parseBillingMonths(word: string): TimeRange | undefined {
  const count = Number(/^last-([1-9]\d?)-billing-months$/.exec(word)?.[1])
  return count <= MOST_BILLING_MONTHS ? { kind: 'lastBillingMonths', count } : undefined
}

function parseLast(word: string): TimeRange | undefined {
  const range = readLast(word)
  return range && range.count <= LONGEST_RELATIVE[range.unit] ? range : undefined
}

/** `last-24-months`, however long. */
function readLast(word: string): Extract<TimeRange, { kind: 'last' }> | undefined {
  const [, digits, name] = /^last-([1-9]\d*)-([a-z]+)$/.exec(word) ?? []
  const unit = UNITS.find((known) => known === name)
  return unit && { kind: 'last', count: Number(digits), unit }
}

function longestFor(word: string): string | undefined {
  const range = readLast(word)
  return range && longestRelative(range.unit)
}

function parseDays(word: string): TimeRange | undefined {
  const [from, to, ...more] = word.split('..')
  const first = parseCalendarDay(from ?? '')
  const last = parseCalendarDay(to ?? '')
  if (!first || !last || more.length > 0 || last < first) return undefined
  return { kind: 'days', first, last }
}

/** The hours are moments: `2026-10-01T06..2026-10-01T18` are twelve hours. */
function parseHours(word: string): TimeRange | undefined {
  const [from, to, ...more] = word.split('..')
  const start = parseUtcHour(from ?? '')
  const end = parseUtcHour(to ?? '')
  if (!start || !end || more.length > 0 || end <= start) return undefined
  return { kind: 'hours', start, end }
}
