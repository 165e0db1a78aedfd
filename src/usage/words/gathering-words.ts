import { expectedDuration } from '../sims/gathering.ts'
import { formatDuration } from '../time/moment.ts'
import { formatCount } from './bytes.ts'

/** Below this, in milliseconds, nobody is told minutes. */
const LESS_THAN_A_MINUTE = 45_000
/** Up to this, in milliseconds, hours would be too coarse. */
const TOLD_IN_MINUTES = 120 * 60_000

/** How long something will take, as well as that is known: `about 21 minutes`. */
export function formatEstimate(milliseconds: number): string {
  if (milliseconds < LESS_THAN_A_MINUTE) return 'less than a minute'
  const minutes = Math.round(milliseconds / 60_000)
  return minutes > 1 && milliseconds < TOLD_IN_MINUTES
    ? `about ${minutes} minutes`
    : `about ${formatDuration(milliseconds)}`
}

/** What asking KORE so often will take: `5,000 requests to KORE: about 21 minutes where …`. */
export function describeWork(requests: number): string {
  return `${formatCount(requests)} ${requests === 1 ? 'request' : 'requests'} to KORE: ${formatEstimate(expectedDuration(requests))} where each takes it a second`
}
