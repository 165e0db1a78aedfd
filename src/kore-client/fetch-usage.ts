import pLimit from 'p-limit'
import type { Product } from '#usage/kore/products.ts'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import type { UsageAnswer } from '#usage/series/counted-plan.ts'
import type { Aged } from './get-json.ts'
import { fetchProgrammableWirelessUsage } from './programmable-wireless/fetch-usage.ts'
import { fetchSuperSimUsage } from './super-sim/fetch-usage.ts'
import { upstreamErrorOf } from './upstream-error.ts'

const FETCH_USAGE = {
  'programmable-wireless': fetchProgrammableWirelessUsage,
  'super-sim': fetchSuperSimUsage,
} as const satisfies Record<Product, unknown>

/** How many usage requests of one browser are under way at once; the others wait for their turn. */
const AT_ONCE = 4

const limited = pLimit(AT_ONCE)
/** What is gathered has a turn of its own, so that nothing in sight waits behind it. */
const limitedGathering = pLimit(AT_ONCE)

/** Less urgent than what is in sight, whose urgency is 3 (RFC 9218, 4.1). */
const GATHERED = { Priority: 'u=5' }

/** Asks the gateway for what it has, and nobody else (RFC 9111, 5.2.1.7). */
const ONLY_KEPT = { 'Cache-Control': 'only-if-cached' }

/**
 * Fetches the usage that one request asks for, from the API of its product.
 *
 * @param purpose what is gathered gives way to what is in sight, here and at the gateway
 * @returns the records, and for how long the gateway had the oldest of them
 * @throws UpstreamFailure; or the signal's reason where it was aborted
 */
export function fetchUsage(
  request: UsageRequest,
  signal: AbortSignal,
  purpose: 'sight' | 'gathering' = 'sight',
): Promise<Aged<UsageAnswer>> {
  const gathering = purpose === 'gathering'
  return (gathering ? limitedGathering : limited)(async () => {
    signal.throwIfAborted()
    const fetchOne = FETCH_USAGE[request.product]
    if (!request.kept) return fetchOne(request, signal, gathering ? GATHERED : undefined)
    try {
      return await fetchOne(request, signal, ONLY_KEPT)
    } catch (error) {
      if (upstreamErrorOf(error).kind === 'notKept') return { value: 'notKept', age: 0 }
      throw error
    }
  })
}
