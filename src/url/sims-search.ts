import type { Product } from '#usage/limits.ts'
import { SIM_COLUMNS, type SimColumn } from '#usage/listed-sims.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { patternKey, readKey, type SearchCodec, textKey, wordKey, writeKey } from './search-key.ts'
import { ROWS_KEY, type Rows } from './usage-search.ts'

/** What the list of SIMs shows. */
export interface SimsSearch {
  readonly product: Product
  readonly account: string
  /** Text to find in a SIM's name, SID, ICCID or status. */
  readonly find: string
  /** A status in the API's own word; empty for every one. */
  readonly status: string
  /** SID of a rate plan or a fleet; empty for every one. */
  readonly plan: string
  readonly sort: SimColumn
  readonly order: 'ascending' | 'descending'
  readonly rows: Rows
}

const FIND_KEY = textKey('find')
const STATUS_KEY = patternKey('status', /^[a-z-]{1,30}$/, 'a status, such as active')
const PLAN_KEY = patternKey(
  'plan',
  /^(WP|HF)[0-9a-fA-F]{32}$/,
  'the SID of a rate plan or a fleet: WP or HF, and 32 digits',
)
const SORT_KEY = wordKey<SimColumn>('sort', SIM_COLUMNS, 'name')
const ORDER_KEY = wordKey('order', ['ascending', 'descending'] as const, 'ascending')

/** `/sims?product=super-sim&account=north&find=truck&rows=all` */
export const simsSearch: SearchCodec<SimsSearch> = {
  keys: [PRODUCT_KEY, ACCOUNT_KEY, FIND_KEY, STATUS_KEY, PLAN_KEY, SORT_KEY, ORDER_KEY, ROWS_KEY],
  parse: (parameters) => ({
    product: readKey(parameters, PRODUCT_KEY),
    account: readKey(parameters, ACCOUNT_KEY),
    find: readKey(parameters, FIND_KEY),
    status: readKey(parameters, STATUS_KEY),
    plan: readKey(parameters, PLAN_KEY),
    sort: readKey(parameters, SORT_KEY),
    order: readKey(parameters, ORDER_KEY),
    rows: readKey(parameters, ROWS_KEY),
  }),
  serialize({ product, account, find, status, plan, sort, order, rows }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, PRODUCT_KEY, product)
    writeKey(parameters, ACCOUNT_KEY, account)
    writeKey(parameters, FIND_KEY, find)
    writeKey(parameters, STATUS_KEY, status)
    writeKey(parameters, PLAN_KEY, plan)
    writeKey(parameters, SORT_KEY, sort)
    writeKey(parameters, ORDER_KEY, order)
    writeKey(parameters, ROWS_KEY, rows)
    return parameters
  },
}
