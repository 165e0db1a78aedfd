import pLimit from 'p-limit'
import type { UsageRequest } from '#usage/request-plan.ts'
import type { UsageRecord } from '#usage/usage-record.ts'
import type { Aged } from './get-json.ts'
import { fetchProgrammableWirelessUsage } from './programmable-wireless/fetch-usage.ts'
import { fetchSuperSimUsage } from './super-sim/fetch-usage.ts'

/** How many usage requests of one browser are under way at once; the others wait for their turn. */
const AT_ONCE = 4

const limited = pLimit(AT_ONCE)

/**
 * Fetches the usage that one request asks for, from the API of its product.
 *
 * @returns the records, and for how long the gateway had the oldest of them
 * @throws UpstreamFailure; or the signal's reason where it was aborted
 */
export function fetchUsage(
  request: UsageRequest,
  signal: AbortSignal,
): Promise<Aged<UsageRecord[]>> {
  return limited(() => {
    signal.throwIfAborted()
    return request.product === 'super-sim'
      ? fetchSuperSimUsage(request, signal)
      : fetchProgrammableWirelessUsage(request, signal)
  })
}
