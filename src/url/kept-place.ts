import type { Product } from '#usage/kore/products.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { GATHER_KEY } from './gather-key.ts'
import { moversSearch } from './movers-search.ts'
import { PATHS } from './paths.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { reportSearch } from './report-search.ts'
import { ROWS_KEY } from './rows-key.ts'
import { readKey, type SearchKey, writeKey } from './search-key.ts'
import { simsSearch } from './sims-search.ts'
import { accountSearch, simSearch } from './usage-search.ts'

/** What is said of one page alone, though others have the same. */
const OF_ITS_PAGE: readonly SearchKey<unknown>[] = [ROWS_KEY, GATHER_KEY, PRODUCT_KEY]

/**
 * The address of another page, with all of this one's that the other understands: account, range, time,
 * filters. Two pages mean the same by a word where they share its key. What this one does not understand,
 * such as a budget, is as the other page was left.
 *
 * @param from the address that is shown
 * @param path of the other page
 * @param product that the other page is to show
 * @param left the other page's query when it was left; empty where it was not there yet
 */
export function keptPlace(
  from: { readonly pathname: string; readonly search: string; readonly product: Product },
  path: string,
  product: Product,
  left = '',
): string {
  const [shown, before] = [new URLSearchParams(from.search), new URLSearchParams(left)]
  const understood = keysOf(from.pathname, from.product)
  const parameters = new URLSearchParams()
  writeKey(parameters, PRODUCT_KEY, product)
  const sameProduct = readKey(before, PRODUCT_KEY) === product
  const sameAccount = readKey(before, ACCOUNT_KEY) === readKey(shown, ACCOUNT_KEY)
  for (const key of keysOf(path, product)) {
    if (OF_ITS_PAGE.includes(key)) continue
    if (understood.includes(key)) writeKey(parameters, key, readKey(shown, key))
    else if (sameProduct && (sameAccount || !key.ofOneAccount)) {
      writeKey(parameters, key, readKey(before, key))
    }
  }
  const query = parameters.toString()
  return query ? `${path}?${query}` : path
}

/** The keys of a page; of one that shows no usage, the account alone. */
function keysOf(path: string, product: Product): readonly SearchKey<unknown>[] {
  if (path === PATHS.account) return accountSearch[product].keys
  if (path === PATHS.movers) return moversSearch.keys
  if (path === PATHS.sims) return simsSearch.keys
  if (path === PATHS.report) return reportSearch.keys
  if (path.startsWith(`${PATHS.sims}/`)) return simSearch[product].keys
  return [ACCOUNT_KEY]
}
