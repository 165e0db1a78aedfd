import { dayStart, hourStart } from '../time/calendar.ts'
import { type Interval, MILLISECONDS_PER_DAY } from '../time/interval.ts'
import { formatInterval } from '../time/moment.ts'
import type { TimeRange } from '../time/time-range.ts'

/** What people call a range: `Last 30 days`, `This month`, `1 – 15 Oct 2026`. */
export function formatRange(range: TimeRange): string {
  switch (range.kind) {
    case 'today':
      return 'Today'
    case 'yesterday':
      return 'Yesterday'
    case 'last':
      return `Last ${range.count} ${range.count === 1 ? range.unit.slice(0, -1) : range.unit}`
    case 'thisMonth':
      return 'This month'
    case 'lastMonth':
      return 'Last month'
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
