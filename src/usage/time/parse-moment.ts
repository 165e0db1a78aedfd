import { MILLISECONDS_PER_DAY } from './interval.ts'

const DATE = String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)`
const TIME = String.raw`(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?`
const ZONE = String.raw`(?<zone>Z|(?<sign>[+-])(?<aheadHours>\d\d)(?::?(?<aheadMinutes>\d\d))?)`
const MOMENT = new RegExp(`^${DATE}(?:[T ]${TIME}${ZONE}?)?$`, 'i')

/**
 * Reads a date or date-time of ISO 8601. Without a zone it is UTC, never the reader's (contract §6),
 * which is where it differs from `Date.parse`.
 *
 * @returns undefined for another form, and for a date or time that does not exist
 */
export function parseMoment(text: string): Date | undefined {
  const { groups } = MOMENT.exec(text.trim()) ?? {}
  if (!groups) return undefined
  const of = (name: string) => Number(groups[name] ?? 0)
  const midnight = Date.UTC(of('year'), of('month') - 1, of('day'))
  const [month, day] = [new Date(midnight).getUTCMonth() + 1, new Date(midnight).getUTCDate()]
  if (month !== of('month') || day !== of('day')) return undefined
  if (of('minute') > 59 || of('second') > 59) return undefined
  if (of('aheadHours') > 23 || of('aheadMinutes') > 59) return undefined
  const fraction = Math.floor(Number(`0.${groups.fraction ?? 0}`) * 1000)
  const inDay = ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1000 + fraction
  // 24:00 is the end of a day, and nothing of a day is after it.
  if (inDay > MILLISECONDS_PER_DAY) return undefined
  const ahead = (of('aheadHours') * 60 + of('aheadMinutes')) * 60_000
  return new Date(midnight + inDay - (groups.sign === '-' ? -ahead : ahead))
}
