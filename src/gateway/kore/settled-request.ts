import { KORE_WORDS } from '#contract/kore-words.ts'
import { settledAfter } from '#usage/kore/settled.ts'
import { parseMoment } from '#usage/time/parse-moment.ts'
import type { AllowedRequest } from './allowed-requests.ts'

/**
 * Whether the answer to a request can no longer change: it is for usage whose end it names, and that
 * end is older than the delay of usage and charge.
 *
 * @param now the moment that every clock has reached
 */
export function isSettledRequest(
  { product, path }: AllowedRequest,
  parameters: URLSearchParams,
  now: Date,
): boolean {
  if (!path.endsWith('/UsageRecords')) return false
  const end = parseMoment(parameters.get(KORE_WORDS[product].end) ?? '')
  return end !== undefined && end.getTime() <= now.getTime() - settledAfter(product)
}
