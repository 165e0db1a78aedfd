import type { Product } from '#usage/limits.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { readKey, type SearchCodec, textKey, writeKey } from './search-key.ts'
import { ROWS_KEY, type Rows } from './usage-search.ts'

/** What the list of SIMs shows. */
export interface SimsSearch {
  readonly product: Product
  readonly account: string
  /** Text to find in a SIM's name, SID, ICCID or status. */
  readonly find: string
  readonly rows: Rows
}

const FIND_KEY = textKey('find')

/** `/sims?product=super-sim&account=north&find=truck&rows=all` */
export const simsSearch: SearchCodec<SimsSearch> = {
  keys: [PRODUCT_KEY, ACCOUNT_KEY, FIND_KEY, ROWS_KEY],
  parse: (parameters) => ({
    product: readKey(parameters, PRODUCT_KEY),
    account: readKey(parameters, ACCOUNT_KEY),
    find: readKey(parameters, FIND_KEY),
    rows: readKey(parameters, ROWS_KEY),
  }),
  serialize({ product, account, find, rows }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, PRODUCT_KEY, product)
    writeKey(parameters, ACCOUNT_KEY, account)
    writeKey(parameters, FIND_KEY, find)
    writeKey(parameters, ROWS_KEY, rows)
    return parameters
  },
}
