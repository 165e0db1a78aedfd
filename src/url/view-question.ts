import { productOfSid } from '#usage/kore/products.ts'
import type { UsageQuestion } from '#usage/question/usage-query.ts'
import { rankingOf } from './chart-key.ts'
import { PATHS } from './paths.ts'
import { accountSearch, simSearch, type UsageSearch } from './usage-search.ts'
import { parseViewAddress } from './view-address.ts'

/** What a usage view asks for, without the accounts that it is asked of. */
export type ViewQuestion = Omit<UsageQuestion, 'accounts'>

/** @param sim the SID of the one SIM that the view is about */
export function questionOf(search: UsageSearch, sim = search.sim): ViewQuestion {
  const { product, range, by, group, fleet, network, country, chart } = search
  return {
    product,
    range,
    granularity: by,
    ...(group === 'none' ? {} : { group }),
    // Data is what members are ranked by anyway.
    ...(group === 'none' || chart === 'data' ? {} : { rankedBy: rankingOf(chart) }),
    filter: {
      ...(sim ? { sim } : {}),
      ...(fleet ? { fleet } : {}),
      ...(network ? { network } : {}),
      ...(country ? { country } : {}),
    },
  }
}

/**
 * Reads the address of a usage view.
 *
 * @param path without its query, such as `/account`
 * @param query without its question mark
 * @returns undefined for an address that shows no usage
 */
export function parseViewQuestion(
  path: string,
  query: string,
): { readonly search: UsageSearch; readonly question: ViewQuestion } | undefined {
  const { kind, product, sid } = parseViewAddress(path, query)
  const usage = sid === undefined ? path === PATHS.account : productOfSid(sid) !== undefined
  if (!usage || !product) return undefined
  const codec = kind === 'sim' ? simSearch[product] : accountSearch[product]
  const search = codec.parse(new URLSearchParams(query))
  return { search, question: questionOf(search, sid) }
}
