import type { LastPlace } from '../sims/last-place.ts'
import type { SilenceState } from '../sims/last-use.ts'
import type { LimitStanding, Standing } from '../sims/sim-standing.ts'
import { formatDuration, formatNearMoment, formatTick } from '../time/moment.ts'
import { formatBytes, formatCount, formatShare } from './bytes.ts'
import { formatCountry } from './country.ts'
import { describeReachShortly } from './forecast-words.ts'
import { LIMITED_PARTS } from './limit-words.ts'
import { formatPart } from './part-names.ts'

/**
 * Whether a SIM is used, silent, or has not been reported yet.
 *
 * @param lastEnd the end of the last hour that it was used in
 * @param days as many were looked at
 */
export function describeSilence(
  state: SilenceState,
  lastEnd: Date | undefined,
  days: number,
  now: Date,
): string {
  if (!lastEnd || state === 'neverUsed') return `No usage in the last ${days} days`
  const until = formatNearMoment(lastEnd)
  switch (state) {
    case 'reported':
      return `Used until ${until}`
    case 'notReported':
      return `Used until ${until}, no later report yet`
    case 'silent':
      return `Silent since ${until}, for ${formatDuration(now.getTime() - lastEnd.getTime())}`
  }
}

/** How far the nearest limit is used: `76.0% of 20.0 GB home, expected to be reached on 28 Nov (8 in 10)`. */
export function describeLimitStanding({ limit, used, reach }: LimitStanding): string {
  const part = LIMITED_PARTS[limit.part]
  const share = `${formatShare(used, limit.bytes)} of ${formatBytes(limit.bytes)}${part && ` ${part}`}`
  if (used >= limit.bytes) return `${share}: over it`
  const ahead = describeReachShortly(reach)
  return ahead ? `${share}, ${ahead}` : share
}

/** Where a SIM was last: `Germany, Home on 24 Nov`. */
export function describeLastPlace({ day, countries, parts }: LastPlace): string {
  const places = [...countries.map(formatCountry), ...parts.map(formatPart)].join(', ')
  return `${places} on ${formatTick(day.start, 'day')}`
}

/** How a SIM's usage stands beside that of others: `more than 62.5% of the 24 others that were used`. */
export function describeAmong({ below, others }: Standing): string {
  if (others === 1) return `${below === 1 ? 'more' : 'no more'} than the one other that was used`
  const whom = `${formatCount(others)} others that were used`
  if (below === 0) return `more than none of the ${whom}`
  return below === others
    ? `more than each of the ${whom}`
    : `more than ${formatShare(below, others)} of the ${whom}`
}
