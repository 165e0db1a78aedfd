import type { Product } from '#usage/limits.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { readKey, type SearchCodec, textKey, writeKey } from './search-key.ts'
import { ROWS_KEY, type Rows } from './usage-search.ts'

/** What the list of SIMs shows. */
export interface SimsSearch {
  readonly product: Product
  /** Text to find in a SIM's name, SID, ICCID or status. */
  readonly find: string
  readonly rows: Rows
}

const FIND_KEY = textKey('find')

/** `/sims?product=super-sim&find=truck&rows=all` */
export const simsSearch: SearchCodec<SimsSearch> = {
  keys: [PRODUCT_KEY, FIND_KEY, ROWS_KEY],
  parse: (parameters) => ({
    product: readKey(parameters, PRODUCT_KEY),
    find: readKey(parameters, FIND_KEY),
    rows: readKey(parameters, ROWS_KEY),
  }),
  serialize({ product, find, rows }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, PRODUCT_KEY, product)
    writeKey(parameters, FIND_KEY, find)
    writeKey(parameters, ROWS_KEY, rows)
    return parameters
  },
}
