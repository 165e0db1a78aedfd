import { isoWeekFrom } from './calendar.ts'
import { type Granularity, isPartialBucket } from './granularity.ts'
import {
  durationOf,
  type Interval,
  MILLISECONDS_PER_DAY,
  MILLISECONDS_PER_HOUR,
} from './interval.ts'

// British English would do, but engines disagree on its short months ("Sep", "Sept").
const monthName = format({ month: 'short' })
const weekday = format({ weekday: 'short' })
const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** A moment to the minute, in UTC and saying so: `20 Nov 2026, 14:05 UTC`. */
export function formatMoment(moment: Date): string {
  return `${dayAndYear(moment)}, ${time(moment)} UTC`
}

/** A moment without its year, for a sentence about the present: `20 Nov, 14:05 UTC`. */
export function formatNearMoment(moment: Date): string {
  return `${day(moment)}, ${time(moment)} UTC`
}

/**
 * An interval as people name it: with its last day and not the midnight after it. `20 Nov 2026`,
 * `25 Oct – 23 Nov 2026`; with times where it does not consist of whole days.
 */
export function formatInterval({ start, end }: Interval): string {
  if (isMidnight(start) && isMidnight(end)) {
    const last = new Date(end.getTime() - 1)
    if (end.getTime() - start.getTime() <= MILLISECONDS_PER_DAY) return dayAndYear(start)
    const sameYear = start.getUTCFullYear() === last.getUTCFullYear()
    return `${sameYear ? day(start) : dayAndYear(start)} – ${dayAndYear(last)}`
  }
  const sameDay = day(start) === day(end) && durationOf({ start, end }) < MILLISECONDS_PER_DAY
  const lastDay = start.getUTCFullYear() === end.getUTCFullYear() ? day(end) : dayAndYear(end)
  return `${dayAndYear(start)}, ${time(start)} – ${sameDay ? '' : `${lastDay}, `}${time(end)}`
}

/** A stretch of time by its two moments, with their years where they are two: `18 Nov, 12:00 – 19 Nov, 12:00`. */
export function formatSegment({ start, end }: Interval): string {
  const name = start.getUTCFullYear() === end.getUTCFullYear() ? day : dayAndYear
  return `${name(start)}, ${time(start)} – ${name(end)}, ${time(end)}`
}

/** The name of a bucket where it stands alone, as in a table: `Fri, 20 Nov 2026, 14:00`. */
export function formatBucket(bucket: Interval, granularity: Granularity): string {
  const { start } = bucket
  switch (granularity) {
    case 'hour':
      return `${weekday(start)}, ${dayAndYear(start)}, ${time(start)}`
    case 'day':
      return `${weekday(start)}, ${dayAndYear(start)}`
    case 'week':
      return isPartialBucket(bucket, granularity)
        ? formatInterval(bucket)
        : `Week ${isoWeekFrom(start)}, ${formatInterval(bucket)}`
    case 'month':
      return isWholeMonth(bucket) ? month(start) : formatInterval(bucket)
    case 'total':
      return formatInterval(bucket)
  }
}

/**
 * When a bucket is in another time zone; it stays the bucket of UTC that it is. The zone is named once,
 * or at each end where the clocks change between them; the years where they are two.
 *
 * @param timeZone IANA name, such as `Europe/Berlin`
 */
export function formatLocal({ start, end }: Interval, timeZone: string): string {
  const [from, until] = [localParts(start, timeZone), localParts(end, timeZone)]
  const years = from.year !== until.year
  const name = ({ day, month, year, hour, minute }: LocalParts) =>
    `${day} ${month}${years ? ` ${year}` : ''}, ${hour}:${minute}`
  const firstZone = from.timeZoneName === until.timeZoneName ? '' : ` ${from.timeZoneName}`
  return `${name(from)}${firstZone} – ${name(until)} ${until.timeZoneName}`
}

type LocalParts = Readonly<
  Record<'day' | 'month' | 'year' | 'hour' | 'minute' | 'timeZoneName', string>
>

function localParts(moment: Date, timeZone: string): LocalParts {
  const parts = new Intl.DateTimeFormat('en-US', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  }).formatToParts(moment)
  const of = (wanted: keyof LocalParts) => parts.find(({ type }) => type === wanted)?.value ?? ''
  return {
    day: of('day'),
    month: of('month'),
    year: of('year'),
    hour: of('hour'),
    minute: of('minute'),
    timeZoneName: of('timeZoneName'),
  }
}

/** The name of a bucket on an axis, where its neighbours give the rest: `20 Nov`, `14:00`, `Nov 2026`. */
export function formatTick(start: Date, granularity: Granularity): string {
  switch (granularity) {
    case 'hour':
      return isMidnight(start) ? day(start) : time(start)
    case 'month':
      return month(start)
    default:
      return day(start)
  }
}

/** A month where all of them are named, with its year at the first and at each January: `Nov`, `2026`. */
interface MonthTick {
  readonly name: string
  readonly year: number
  /** A month of which only a part is in the range. */
  readonly isPartial: boolean
}

export function monthTick(bucket: Interval): MonthTick {
  return {
    name: monthName(bucket.start),
    year: bucket.start.getUTCFullYear(),
    isPartial: !isWholeMonth(bucket),
  }
}

/** How long, in the largest unit that says enough: `40 minutes`, `5 hours`, `2 days`. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  if (minutes < 60) return plural(minutes, 'minute')
  const hours = Math.round(milliseconds / MILLISECONDS_PER_HOUR)
  return hours < 48 ? plural(hours, 'hour') : plural(Math.round(hours / 24), 'day')
}

function day(moment: Date): string {
  return `${moment.getUTCDate()} ${monthName(moment)}`
}

function dayAndYear(moment: Date): string {
  return `${day(moment)} ${moment.getUTCFullYear()}`
}

function month(moment: Date): string {
  return `${monthName(moment)} ${moment.getUTCFullYear()}`
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

function isMidnight(moment: Date): boolean {
  return moment.getTime() % MILLISECONDS_PER_DAY === 0
}

/** Whether an interval is a calendar month from its first moment to its last. */
function isWholeMonth({ start, end }: Interval): boolean {
  return isMidnight(start) && start.getUTCDate() === 1 && isMidnight(end) && end.getUTCDate() === 1
}

function format(options: Intl.DateTimeFormatOptions): (moment: Date) => string {
  const formatter = new Intl.DateTimeFormat('en-US', {
    ...options,
    timeZone: 'UTC',
  })
  return (moment) => formatter.format(moment)
}
