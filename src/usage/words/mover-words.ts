import {
  type Finding,
  type FindingKind,
  HISTORY_DAYS,
  limitReached,
  type MoverPeriods,
} from '../sims/movers.ts'
import type { Interval } from '../time/interval.ts'
import { formatBucket } from '../time/moment.ts'
import { formatBytes, formatShare } from './bytes.ts'
import { formatCountry } from './country.ts'

/** What the kinds of findings are called. */
export const FINDING_NAMES: Record<FindingKind, string> = {
  top: 'Use most',
  grew: 'Grew most',
  fell: 'Fell most',
  silent: 'Went silent',
  roaming: 'Roam where they had not been',
  limit: 'At their limit, or about to reach it',
}

/** What it means that there are none. */
export const NO_FINDINGS: Record<FindingKind, string> = {
  top: 'No SIM was used.',
  grew: 'No SIM used more than before.',
  fell: 'No SIM used less than before.',
  silent: 'Every SIM that was used before was used again.',
  roaming: 'No SIM was in a country that is new for it.',
  limit: 'No SIM reaches its limit this month at its pace.',
}

/**
 * Says in a sentence why a SIM is worth a look.
 *
 * @param total bytes of all SIMs in the current period
 */
export function describeFinding(
  { kind, activity }: Finding<unknown>,
  periods: MoverPeriods,
  total: number,
): string {
  const { current, previous, newCountries } = activity
  const { days } = periods
  const [now, then] = [formatBytes(current), formatBytes(previous)]
  switch (kind) {
    case 'top':
      return `Used ${now} in ${days} days, ${formatShare(current, total)} of all.`
    case 'grew':
      return previous === 0
        ? `Used ${now} in ${days} days, after nothing in the ${days} before.`
        : `Used ${now} in ${days} days, ${formatBytes(current - previous)} more than the ${then} of the ${days} before.`
    case 'fell':
      return `Used ${now} in ${days} days, ${formatBytes(previous - current)} less than the ${then} of the ${days} before.`
    case 'silent':
      return `No usage in ${days} days, after ${then} in the ${days} before.`
    case 'roaming':
      return `Was in ${listWords(newCountries.map(formatCountry))}, where it had not been in the ${HISTORY_DAYS} days before.`
    case 'limit':
      return describeLimit(activity, periods)
  }
}

function describeLimit(
  { month, limit = 0, current }: Finding<unknown>['activity'],
  periods: MoverPeriods,
): string {
  const used = `Used ${formatBytes(month)} of its ${formatBytes(limit)} this month`
  const until = formatLastDay(periods.month)
  const reached = limitReached({ month, limit, current, previous: 0, newCountries: [] }, periods)
  if (month >= limit) return `${used} until ${until}: ${formatShare(month, limit)}.`
  const pace = `${formatBytes(current / periods.days)} a day`
  return reached
    ? `${used} until ${until}; at ${pace} it reaches the limit on ${formatBucket({ start: reached, end: reached }, 'day')}.`
    : `${used} until ${until}; at ${pace} it stays below the limit this month.`
}

/** The last day of an interval: `Wed, 18 Nov 2026`. */
export function formatLastDay({ end }: Interval): string {
  return formatBucket({ start: new Date(end.getTime() - 1), end }, 'day')
}

/** `Spain`, `Spain and France`, `Spain, France and Italy`. */
function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
