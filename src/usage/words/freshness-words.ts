import type { RangeCharge } from '../kore/charge.ts'
import { type Freshness, isProvisional, type RangeFreshness } from '../kore/freshness.ts'
import type { ChargeSegmentState } from '../kore/timeline.ts'
import { formatDuration, formatMoment, formatNearMoment } from '../time/moment.ts'

/** The name of a state, the same in legend, tooltip, table and notice. */
export const FRESHNESS_NAMES: Record<Freshness, string> = {
  final: 'Final',
  mayStillGrow: 'May still grow',
  mayBeMissing: 'Usage may be missing',
  future: 'In the future',
  beyondRetention: 'No longer kept by KORE',
}

/** The data-delay warning of a range: a title, and what it means for the reader. */
interface FreshnessNotice {
  readonly title: string
  readonly detail: string
}

/**
 * Puts a range's freshness into words, with the moment from which it will be final.
 *
 * @param freshness of when the usage was read
 * @param now the moment to count from
 */
export function describeFreshness(freshness: RangeFreshness, now: Date): FreshnessNotice {
  const { state, finalUntil, missingFrom, finalAt } = freshness
  if (isProvisional(state) && finalAt <= now) {
    return {
      title: 'Read before it was final',
      detail: `Usage since ${formatMoment(finalUntil)} could still be added to when it was read. It is read again by itself.`,
    }
  }
  switch (state) {
    case 'final':
      return {
        title: 'Final',
        detail: 'All usage of this range has been reported and can no longer change.',
      }
    case 'future':
      return { title: 'In the future', detail: 'This range has not begun.' }
    case 'mayStillGrow':
      return {
        title: `May still grow, ${finalIn(finalAt, now)}`,
        detail: `Usage since ${formatNearMoment(finalUntil)} may still be added to. The range is final on ${formatNearMoment(finalAt)}.`,
      }
    case 'mayBeMissing':
      return {
        title: `Usage may be missing, ${finalIn(finalAt, now)}`,
        detail: `Usage since ${formatNearMoment(missingFrom)} may not have been reported at all${growingClause(freshness)}. The range is final on ${formatNearMoment(finalAt)}.`,
      }
  }
}

function growingClause({ finalUntil, missingFrom }: RangeFreshness): string {
  return finalUntil < missingFrom
    ? `, and usage since ${formatNearMoment(finalUntil)} may still be added to`
    : ''
}

function finalIn(finalAt: Date, now: Date): string {
  return `final in ${formatDuration(finalAt.getTime() - now.getTime())}`
}

/** The names of what a charge's timeline is made of. */
export const CHARGE_SEGMENT_NAMES: Record<ChargeSegmentState, string> = {
  charged: 'Charged in full',
  notSureCharged: 'May not be charged in full',
  future: 'In the future',
}

/**
 * The billing-lag warning of a range: what is charged, and from when a spending report is safe.
 *
 * @param charge of when it was read
 */
export function describeCharge(
  charge: RangeCharge,
  range: { start: Date },
  now: Date,
): FreshnessNotice {
  const { chargedUntil, safeFrom, complete, lacks } = charge
  if (complete) {
    return { title: 'Charged in full', detail: 'A spending report of this range is safe.' }
  }
  const charged =
    chargedUntil > range.start
      ? `Usage before ${formatNearMoment(chargedUntil)} is charged in full, later usage may not be.`
      : 'None of this range is sure to be charged in full.'
  if (lacks) {
    return {
      title: 'Charges are missing that should be there by now',
      detail: `${charged} A spending report of this range is not safe.`,
    }
  }
  if (safeFrom <= now) {
    return {
      title: 'Read before it was charged in full',
      detail: `${charged} It is read again by itself.`,
    }
  }
  return {
    title: `Not charged in full, spending report safe from ${formatNearMoment(safeFrom)}`,
    detail: `${charged} Bytes show before their charge.`,
  }
}

/**
 * Both delays of a range in one line: `May still grow: since 23 Nov, 09:13 UTC · not charged in full:
 * since 24 Nov, 09:13 UTC · all final 28 Nov, 00:00 UTC`. When all is final it says so in as little.
 *
 * @param charge undefined where the API tells no charge
 */
export function describeLateness(
  freshness: RangeFreshness,
  charge: RangeCharge | undefined,
  now: Date,
): string {
  const { state, finalUntil, missingFrom, finalAt } = freshness
  if (state === 'future') return FRESHNESS_NAMES.future
  const lateCharge = charge && !charge.complete ? charge : undefined
  if (state === 'final' && !lateCharge) return charge ? 'Final and charged in full' : 'Final'
  const lacks = lateCharge?.lacks ?? false
  const chargeSafeFrom = lateCharge && !lacks ? lateCharge.safeFrom.getTime() : 0
  const until = new Date(Math.max(finalAt.getTime(), chargeSafeFrom))
  const end = lacks ? 'usage final' : 'all final'
  return [
    state === 'final'
      ? 'Final'
      : finalUntil < missingFrom
        ? `${FRESHNESS_NAMES.mayStillGrow}: since ${formatNearMoment(finalUntil)}`
        : '',
    state === 'mayBeMissing'
      ? `${FRESHNESS_NAMES.mayBeMissing}: since ${formatNearMoment(missingFrom)}`
      : '',
    lateCharge
      ? `${lacks ? 'charges missing' : 'not charged in full'}: since ${formatNearMoment(lateCharge.chargedUntil)}`
      : '',
    until > now
      ? `${end} ${formatNearMoment(until)}`
      : state === 'final' && lacks
        ? ''
        : 'read before it was final',
  ]
    .filter(Boolean)
    .join(' · ')
}
