import { WHOLE } from '../question/usage-record.ts'
import type { DataLimit, LimitedPart } from '../sims/data-limit.ts'
import { formatBytes } from './bytes.ts'
import { formatPart } from './part-names.ts'

/**
 * Why the period of a limit is the one that is taken.
 * - `billingPeriod`: KORE tells the SIM's own
 * - `meteringDay`: the day of activation is set for the account
 * - `calendarMonth`: neither is known
 */
export type LimitBasis = 'billingPeriod' | 'meteringDay' | 'calendarMonth'

/** What a limit counts, in a word that fits beside its bar; empty where it counts all. */
export const LIMITED_PARTS: Readonly<Record<LimitedPart, string>> = {
  whole: '',
  home: 'home',
  nationalRoaming: 'national',
  internationalRoaming: 'abroad',
}

/** All limits of a plan: `10.0 MB home, 2.00 MB national roaming a month`. */
export function formatLimits(limits: readonly DataLimit[]): string {
  if (limits.length === 0) return 'none'
  const words = limits.map(({ part, bytes }) =>
    part === WHOLE ? formatBytes(bytes) : `${formatBytes(bytes)} ${formatPart(part).toLowerCase()}`,
  )
  return `${words.join(', ')} a month`
}

/**
 * Which month limits of several accounts are counted in.
 *
 * @param days of activation that are set, undefined for an account that has none
 */
export function describeMeteringDays(days: readonly (number | undefined)[]): string {
  const basis = days.includes(undefined) ? 'calendarMonth' : 'meteringDay'
  const words = describeLimitBasis(basis) ?? ''
  return days.length > 1 && new Set(days.map((day) => day === undefined)).size > 1
    ? 'Limits are counted from the day of activation where that is set for the account, else in the calendar month.'
    : `Limits are counted ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** Which period was taken; undefined where KORE itself tells it. */
export function describeLimitBasis(basis: LimitBasis): string | undefined {
  switch (basis) {
    case 'billingPeriod':
      return undefined
    case 'meteringDay':
      return 'From the day of activation that is set for the account.'
    case 'calendarMonth':
      return 'In the calendar month, as the day of activation is not known.'
  }
}

/** On which days of the month billing months begin: `They begin on day 1, 10 and 15 of a month.` */
export function describeBillingDays(days: readonly number[]): string {
  const [last, ...others] = days.toReversed()
  const told = others.length > 0 ? `${others.toReversed().join(', ')} and ${last}` : `${last}`
  return `They begin on day ${told} of a month.`
}
