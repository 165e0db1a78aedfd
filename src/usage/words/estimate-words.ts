import { expectedDuration } from '../sims/gathering.ts'
import { formatDuration } from '../time/moment.ts'
import { formatCount } from './bytes.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** Up to this hours would be too coarse. */
const TOLD_IN_MINUTES = 120 * MINUTE

/** How long something will take, as roughly as that is known: `about 21 minutes`. */
export function formatEstimate(milliseconds: number): string {
  if (milliseconds < 55 * SECOND) {
    return `about ${Math.max(1, Math.ceil(milliseconds / (10 * SECOND))) * 10} seconds`
  }
  const minutes = Math.round(milliseconds / MINUTE)
  return minutes > 1 && milliseconds < TOLD_IN_MINUTES
    ? `about ${minutes} minutes`
    : `about ${formatDuration(milliseconds)}`
}

/**
 * How long something takes yet.
 *
 * @param milliseconds undefined where that is not known
 * @returns empty for what takes a few seconds only
 */
export function describeTimeLeft(milliseconds: number | undefined): string {
  return milliseconds === undefined || milliseconds < 5 * SECOND
    ? ''
    : `${formatEstimate(milliseconds)} left`
}

/** What asking KORE so often will take: `5,000 requests to KORE: about 21 minutes where …`. */
export function describeWork(requests: number): string {
  return `${formatCount(requests)} ${requests === 1 ? 'request' : 'requests'} to KORE: ${formatEstimate(expectedDuration(requests))} where each takes it a second`
}
