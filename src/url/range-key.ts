import { parseCalendarDay, parseUtcHour } from '#usage/time/calendar.ts'
import {
  DEFAULT_RANGE,
  LONGEST_RELATIVE,
  type RelativeUnit,
  type TimeRange,
} from '#usage/time/time-range.ts'
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
    'today, yesterday, last-24-hours, last-30-days, last-6-weeks, last-3-months (or other numbers), this-month, last-month, or two days or hours such as 2026-10-01..2026-10-15 or 2026-10-01T06..2026-10-01T18, the earlier first',
  parse: parseRangeWord,
  serialize: serializeRange,
}

function serializeRange(range: TimeRange): string {
  switch (range.kind) {
    case 'today':
      return 'today'
    case 'yesterday':
      return 'yesterday'
    case 'last':
      return `last-${range.count}-${range.unit}`
    case 'thisMonth':
      return 'this-month'
    case 'lastMonth':
      return 'last-month'
    case 'days':
      return `${range.first}..${range.last}`
    case 'hours':
      return `${range.start}..${range.end}`
  }
}

function parseRangeWord(word: string): TimeRange | undefined {
  if (word === 'today') return { kind: 'today' }
  if (word === 'yesterday') return { kind: 'yesterday' }
  if (word === 'this-month') return { kind: 'thisMonth' }
  if (word === 'last-month') return { kind: 'lastMonth' }
  return parseRelative(word) ?? parseDays(word) ?? parseHours(word)
}

function parseRelative(word: string): TimeRange | undefined {
  const [, digits, name] = /^last-([1-9]\d{0,4})-([a-z]+)$/.exec(word) ?? []
  const unit = UNITS.find((known) => known === name)
  if (!unit) return undefined
  const count = Number(digits)
  return count <= LONGEST_RELATIVE[unit] ? { kind: 'last', count, unit } : undefined
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
