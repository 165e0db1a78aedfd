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
 * @returns the records, and an age of the oldest of them that is never too low: what is read page by page
 * is as old as the moment when the first of them was asked for
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
    const headers = gathering ? GATHERED : undefined
    if (!request.kept) return agedSinceAsked(() => fetchOne(request, signal, headers))
    try {
      return await fetchOne(request, signal, ONLY_KEPT)
    } catch (error) {
      if (upstreamErrorOf(error).kind === 'notKept') return { value: 'notKept', age: 0 }
      throw error
    }
  })
}

/** Counts the time that an answer took to come into its age: a slow one tells of the past. */
async function agedSinceAsked<T>(ask: () => Promise<Aged<T>>): Promise<Aged<T>> {
  const askedAt = Date.now()
  const { value, age } = await ask()
  return { value, age: age + Math.max(0, Date.now() - askedAt) }
}
