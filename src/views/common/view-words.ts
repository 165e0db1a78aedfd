import type { UpstreamError } from '#kore-client/upstream-error.ts'
import { parseViewAddress, type ViewAddress } from '#url/view-address.ts'
import { parseViewQuestion } from '#url/view-question.ts'
import { PRODUCTS, type Product } from '#usage/kore/products.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { formatRange, isAbsolute } from '#usage/words/range-names.ts'
import { nameSims } from '#usage/words/sim-names.ts'
import { describeError } from './error-words.ts'

const KIND_NAMES: Record<ViewAddress['kind'], string> = {
  account: 'Usage',
  movers: 'Top and movers',
  sims: 'SIMs',
  sim: 'One SIM',
}

/**
 * What a saved view or a link shows: `Usage, Super SIM`; of which SIM, where it is one's:
 * `SIM DE…, Programmable Wireless`.
 *
 * @param path without its query, such as `/account`
 * @param search the query, without its question mark
 */
export function describeAddress(path: string, search: string): string {
  const { kind, product, sid } = parseViewAddress(path, search)
  const sims = sid ?? parseViewQuestion(path, search)?.question.filter.sim
  const shown = sims === undefined ? KIND_NAMES[kind] : nameSims(sims)
  return product ? `${shown}, ${PRODUCTS[product].name}` : shown
}

/** What a read-only link shows: `SIM DE…, Programmable Wireless, Last 7 days, moves with time`. */
export function describeLinked(
  product: Product,
  range: TimeRange,
  sim: string | undefined,
): string {
  const told = [PRODUCTS[product].name, describeDates(range)].join(', ')
  return sim ? `${nameSims(sim)}, ${told}` : told
}

/** What the dates of a link mean for whoever opens it later. */
export function describeDates(range: TimeRange | undefined): string {
  if (!range) return 'No dates'
  return isAbsolute(range)
    ? `${formatRange(range)}, fixed`
    : `${formatRange(range)}, moves with time`
}

/** Why something was not saved. */
export function describeStoreError(error: UpstreamError): string {
  if (error.kind === 'unavailable' || error.kind === 'refused') return error.message
  return `${describeError(error).title}. Nothing was changed.`
}
