import type { AllowedRequest, ProductName } from './allowed-requests.ts'

const HOUR = 3_600_000

/**
 * How long after the end of its period usage can still change (KORE, "Data availability"; for Super
 * SIM, bytes and charges are in within 24 hours).
 */
const SETTLED_AFTER: Record<ProductName, number> = {
  'programmable-wireless': 48 * HOUR,
  'super-sim': 24 * HOUR,
}

const END: Record<ProductName, string> = {
  'programmable-wireless': 'End',
  'super-sim': 'EndTime',
}

/**
 * Whether the answer to a request can no longer change: it is for usage whose end it names, and that
 * end is older than the delay.
 *
 * @param now the upstream's time
 */
export function isSettledRequest(
  { product, path }: AllowedRequest,
  parameters: URLSearchParams,
  now: Date,
): boolean {
  if (!path.endsWith('/UsageRecords')) return false
  const end = Date.parse(parameters.get(END[product]) ?? '')
  return end <= now.getTime() - SETTLED_AFTER[product]
}
