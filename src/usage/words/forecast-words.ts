import { FEWEST_DAYS } from '../series/expected-sum.ts'
import type { Forecast } from '../series/forecast.ts'
import { dayOfReaching, oddsOfReaching, type PeriodEnd } from '../series/period-end.ts'
import type { Measure } from '../series/usage-series.ts'
import type { LimitReach } from '../sims/limit-reach.ts'
import { formatBucket, formatTick } from '../time/moment.ts'
import { formatBytes } from './bytes.ts'

/** Why there is no forecast. */
export const TOO_FEW_DAYS = `A forecast needs ${FEWEST_DAYS} settled days before today; there are not as many yet.`

/** How often a range has held before: `such a range held 10 of 12 times`. */
export function describeRecord({ held, of }: PeriodEnd['record']): string {
  return of === 0
    ? 'not tried on enough days yet, so the range is wider'
    : `such a range held ${held} of ${of} times`
}

/** How likely something is, as roughly as that is known: `7 in 10`. @param odds 0 to 1 */
export function formatOdds(odds: number): string {
  const tenths = Math.round(odds * 10)
  if (tenths <= 0) return 'less than 1 in 10'
  return tenths >= 10 ? 'more than 9 in 10' : `${tenths} in 10`
}

/** Why nobody says when a limit is reached. */
const REACH_UNKNOWN = `when it is reached is not known before ${FEWEST_DAYS} settled days since the first use`

/** Whether a limit will be reached: `expected to be reached on Fri, 27 Nov 2026 (7 in 10)`. */
export function describeReach(reach: LimitReach): string {
  switch (reach.kind) {
    case 'reached':
      return `reached by ${formatDayOf(reach.at)}`
    case 'expected':
      return `expected to be reached on ${formatDayOf(reach.at)} (${formatOdds(reach.odds)})`
    case 'notExpected':
      return describeUnexpected(reach.odds)
    case 'unknown':
      return REACH_UNKNOWN
  }
}

/** From these odds on, what is not expected is no surprise either. */
const MAY_BE = 0.25

function describeUnexpected(odds: number): string {
  return `${odds < MAY_BE ? 'not expected to' : 'may'} be reached (${formatOdds(odds)})`
}

/** The same in as little as fits beside a number; empty where there is nothing to say. */
export function describeReachShortly(reach: LimitReach): string {
  switch (reach.kind) {
    case 'expected':
      return `expected to be reached on ${formatTick(reach.at, 'day')} (${formatOdds(reach.odds)})`
    case 'unknown':
      return 'too few settled days to tell when'
    default:
      return ''
  }
}

/** What a limit's part comes to by the end of its period, and how often such a range has held; empty where untold. */
export function describeReachRange(reach: LimitReach): string {
  if (reach.kind !== 'expected' && reach.kind !== 'notExpected') return ''
  const [low, high] = [formatBytes(reach.low), formatBytes(reach.high)]
  return `${low} to ${high} by the end; ${describeRecord(reach.record)}`
}

/** When a budget is reached, and how likely that is: `expected to be reached on Wed, 25 Nov 2026 (7 in 10)`. */
export function describeBudget(end: PeriodEnd, budget: number): string {
  const day = dayOfReaching(end, budget)
  if (day?.settled) return `reached on ${formatBucket(day, 'day')}`
  if (end.toDate >= budget) return 'reached by what is reported so far'
  const odds = oddsOfReaching(end, budget)
  return day
    ? `expected to be reached on ${formatBucket(day, 'day')} (${formatOdds(odds)})`
    : describeUnexpected(odds)
}

function formatDayOf(moment: Date): string {
  return formatBucket({ start: moment, end: moment }, 'day')
}

/** How a forecast was made, so that nobody takes it for more than it is. */
export function describeForecast({ basis, settledUntil }: Forecast, measure: Measure): string {
  const settled = measure === 'data' ? 'final' : 'final and charged'
  const until = formatBucket(
    { start: new Date(settledUntil.getTime() - 1), end: settledUntil },
    'day',
  )
  return `Days until ${until} are ${settled} and count as they are. Later days are expected by the weekdays and the level of the last ${basis} such days; the range is meant to hold four times in five, by how far such a forecast was off before.`
}
