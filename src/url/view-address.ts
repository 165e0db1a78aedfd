import type { Product } from '#usage/kore/products.ts'
import { productOfSid } from '#usage/kore/products.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { PATHS } from './paths.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { readKey } from './search-key.ts'
import { simsSearch } from './sims-search.ts'
import { accountSearch, simSearch } from './usage-search.ts'

/** What an address shows, as far as it can be told without opening it. */
export interface ViewAddress {
  readonly kind: 'account' | 'movers' | 'sims' | 'sim'
  /** Undefined where it shows both. */
  readonly product?: Product
  /** The SIM that it is about. */
  readonly sid?: string
  /** Undefined where it shows no range. */
  readonly range?: TimeRange
}

/**
 * Reads an address of one of the views.
 *
 * @param path without its query, such as `/account`
 * @param search the query, without its question mark
 */
export function parseViewAddress(path: string, search: string): ViewAddress {
  const parameters = new URLSearchParams(search)
  if (path === PATHS.sims) {
    const { product, range } = simsSearch.parse(parameters)
    return { kind: 'sims', range, ...(product === 'all' ? {} : { product }) }
  }
  const product = readKey(parameters, PRODUCT_KEY)
  if (path === PATHS.movers) return { kind: 'movers', product }
  const sid = path.startsWith(`${PATHS.sims}/`) ? path.slice(PATHS.sims.length + 1) : undefined
  if (sid === undefined) {
    return { kind: 'account', product, range: accountSearch[product].parse(parameters).range }
  }
  const own = productOfSid(sid) ?? product
  return { kind: 'sim', product: own, sid, range: simSearch[own].parse(parameters).range }
}
