import { WHOLE } from '../question/usage-record.ts'
import { type CostChange, costChanges, type PeriodCosts } from '../sims/cost-change.ts'
import type { LimitReach } from '../sims/limit-reach.ts'
import { gravestLimit } from '../sims/metered-limit.ts'
import {
  type Finding,
  type FindingKind,
  type Findings,
  HISTORY_DAYS,
  type MoverPeriods,
} from '../sims/movers.ts'
import type { SimAmounts } from '../sims/sim-sums.ts'
import type { Interval } from '../time/interval.ts'
import { formatBucket } from '../time/moment.ts'
import { formatBytes, formatCount, formatShare } from './bytes.ts'
import { formatCountry } from './country.ts'
import { describeReach, describeReachRange } from './forecast-words.ts'
import { formatAmount, formatUsage } from './format-amount.ts'
import { formatPart } from './part-names.ts'

/** What findings are called. */
export function nameFindings({
  kind,
  currency,
}: Pick<Finding<unknown>, 'kind' | 'currency'>): string {
  return currency ? `${FINDING_NAMES[kind]} in ${currency}` : FINDING_NAMES[kind]
}

const FINDING_NAMES: Record<FindingKind, string> = {
  top: 'Use most',
  grew: 'Grew most',
  fell: 'Fell most',
  silent: 'Went silent',
  roaming: 'Roam where they had not been',
  cost: 'Cost most',
  costGrew: 'Cost grew most',
  limit: 'At their limit, or about to reach it',
}

const NO_FINDINGS: Record<FindingKind, string> = {
  top: 'No SIM was used.',
  grew: 'No SIM used more than before.',
  fell: 'No SIM used less than before.',
  silent: 'Every SIM that was used before was used again.',
  roaming: 'No SIM was in a country that is new for it.',
  cost: 'No SIM has a cost that is known.',
  costGrew: 'No SIM cost more than before.',
  limit: 'No SIM has reached its limit, or is expected to this month.',
}

/** What it means that there are none. */
export function describeNoFindings({ kind, untold }: Findings<unknown>): string {
  if (kind === 'costGrew' && untold > 0) return 'No SIM is known to have cost more than before.'
  return NO_FINDINGS[kind]
}

/** How many SIMs are left out, as nobody can tell what they cost; undefined where none is. */
export function describeUntold({ kind, untold }: Findings<unknown>): string | undefined {
  if (untold === 0) return undefined
  const left = untold === 1 ? '1 SIM is left out' : `${formatCount(untold)} SIMs are left out`
  const when = kind === 'costGrew' ? ', now or before' : ''
  return `${left}: KORE tells no charge for what ${untold === 1 ? 'it' : 'they'} used${when}.`
}

/**
 * Says in a sentence why a SIM is worth a look.
 *
 * @param total bytes of all SIMs in the current period
 * @param ownReach when it reaches its gravest limit by its own days, once they are there
 */
export function describeFinding(
  { kind, currency, activity }: Finding<unknown>,
  periods: MoverPeriods,
  total: number,
  ownReach?: LimitReach,
): string {
  const { current, previous, commands, newCountries } = activity
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
      return `No usage in ${days} days, after ${formatUsage(previous, commands.previous)} in the ${days} before.`
    case 'roaming':
      return `Was in ${listWords(newCountries.map(formatCountry))}, where it had not been in the ${HISTORY_DAYS} days before.`
    case 'cost':
      return describeCost(costIn(currency, activity.cost), activity.cost, days)
    case 'costGrew':
      return describeCostGrowth(costIn(currency, activity.cost), activity.cost, days)
    case 'limit':
      return describeLimit(activity, ownReach)
  }
}

function costIn(currency: string | undefined, cost: PeriodCosts): CostChange | undefined {
  return costChanges(cost).find((change) => change.currency === currency)
}

function describeCost(
  cost: CostChange | undefined,
  { current }: PeriodCosts,
  days: number,
): string {
  return cost ? `${tellCost(cost, current, days)}${tellMissing(current)}.` : ''
}

function describeCostGrowth(
  cost: CostChange | undefined,
  { current, previous }: PeriodCosts,
  days: number,
): string {
  if (cost?.previous === undefined || cost.growth === undefined) return ''
  const now = tellCost(cost, current, days)
  if (previous.data.total === 0 && previous.commands === 0) {
    return `${now}, after nothing in the ${days} before${tellMissing(current)}.`
  }
  const least = isPartlyCharged(current) ? 'at least ' : ''
  const then = `the ${formatAmount(cost.previous, cost)} of the ${days} before`
  return `${now}, ${least}${formatAmount(cost.growth, cost)} more than ${then}${tellMissing(current)}.`
}

/** What a SIM cost, and of how much of its usage that is, where it is not all. */
function tellCost(cost: CostChange, current: SimAmounts, days: number): string {
  const told = `Cost ${formatAmount(cost.current, cost)} in ${days} days`
  if (!isPartlyCharged(current)) return told
  const { data, commands, unchargedBytes, unchargedCommands } = current
  const charged = formatUsage(data.total - unchargedBytes, commands - unchargedCommands)
  return `${told} for ${charged} of ${formatUsage(data.total, commands)}`
}

function tellMissing(current: SimAmounts): string {
  return isPartlyCharged(current) ? '; the charge of the rest is not known' : ''
}

function isPartlyCharged({ unchargedBytes, unchargedCommands }: SimAmounts): boolean {
  return unchargedBytes > 0 || unchargedCommands > 0
}

/** How the limit stands that matters most. */
function describeLimit(
  { limits }: Finding<unknown>['activity'],
  ownReach: LimitReach | undefined,
): string {
  const gravest = gravestLimit(limits)
  if (!gravest) return ''
  const { limit, used, settled, reachedAt, mean } = gravest
  const of = limit.part === WHOLE ? '' : ` for ${formatPart(limit.part).toLowerCase()}`
  // Where the day of activation is not known, a month is the calendar's.
  const since =
    settled.start.getUTCDate() === 1
      ? 'this month'
      : `since ${formatBucket({ start: settled.start, end: settled.start }, 'day')}`
  const told = `Used ${formatBytes(used)} of its ${formatBytes(limit.bytes)}${of} ${since} until ${formatLastDay(settled)}`
  if (used >= limit.bytes) return `${told}: ${formatShare(used, limit.bytes)}.`
  if (ownReach) {
    const range = describeReachRange(ownReach)
    return `${told}; ${describeReach(ownReach)}${range && `: ${range}`}.`
  }
  const day = reachedAt && formatBucket({ start: reachedAt, end: reachedAt }, 'day')
  return mean === undefined
    ? `${told}; expected to be reached on ${day}.`
    : `${told}; at ${formatBytes(mean)} a day it would be reached on ${day}.`
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
