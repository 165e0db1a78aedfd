import { RETENTION_MONTHS } from '../kore/retention.ts'
import { dayStart, hourStart } from '../time/calendar.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { formatInterval } from '../time/moment.ts'
import { LONGEST_RELATIVE, type RelativeUnit, type TimeRange } from '../time/time-range.ts'

/** What people call a range: `Last 30 days`, `This month`, `1 – 15 Oct 2026`. */
export function formatRange(range: TimeRange): string {
  switch (range.kind) {
    case 'today':
      return 'Today'
    case 'yesterday':
      return 'Yesterday'
    case 'last':
      return `Last ${range.count} ${range.count === 1 ? range.unit.slice(0, -1) : range.unit}`
    case 'thisWeek':
      return 'This week'
    case 'lastWeek':
      return 'Last week'
    case 'thisMonth':
      return 'This month'
    case 'lastMonth':
      return 'Last month'
    case 'thisYear':
      return 'This year'
    case 'thisBillingMonth':
      return 'This billing month'
    case 'lastBillingMonths':
      return range.count === 1 ? 'Last billing month' : `Last ${range.count} billing months`
    case 'days':
      return formatInterval(daysInterval(range.first, range.last))
    case 'hours':
      return formatInterval({ start: hourStart(range.start), end: hourStart(range.end) })
  }
}

function daysInterval(first: string, last: string): Interval {
  return {
    start: dayStart(first),
    end: new Date(dayStart(last).getTime() + MILLISECONDS_PER_DAY),
  }
}

/** Whether a range stays where it is as time goes by. */
export function isAbsolute({ kind }: TimeRange): boolean {
  return kind === 'days' || kind === 'hours'
}

/** How long a relative range may be, and why: `at most 78 weeks, for KORE keeps usage for 18 months`. */
export function longestRelative(unit: RelativeUnit): string {
  const longest = `at most ${LONGEST_RELATIVE[unit]} ${unit}`
  return unit === 'hours'
    ? `${longest}; what is longer is asked for in days`
    : `${longest}, for KORE keeps usage for ${RETENTION_MONTHS} months`
}
