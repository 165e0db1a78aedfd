import { factsOf, type Product } from '../kore/products.ts'
import { MILLISECONDS_PER_HOUR } from '../time/interval.ts'

/**
 * Whether a SIM is silent, or its usage may only not have been reported yet.
 * - `reported`: it was used, and what came since is too young to be missed
 * - `notReported`: nothing has been reported since, which may still come
 * - `silent`: nothing was used for as long as is certain
 * - `neverUsed`: nothing was reported in all that was looked at
 */
export type SilenceState = 'reported' | 'notReported' | 'silent' | 'neverUsed'

/**
 * What a gap after the last usage of a SIM means.
 *
 * @param lastEnd the end of the last hour that it was used in; undefined where there was none
 */
export function silenceOf(lastEnd: Date | undefined, product: Product, now: Date): SilenceState {
  if (!lastEnd) return 'neverUsed'
  const { reportedAfter, completeAfter } = factsOf(product).usageDelay
  const gap = now.getTime() - lastEnd.getTime()
  // An hour is told of once it has ended: a gap of less than two is none.
  if (gap < 2 * MILLISECONDS_PER_HOUR) return 'reported'
  if (gap <= reportedAfter) return 'notReported'
  return gap > completeAfter ? 'silent' : 'notReported'
}
