import type { Product } from '#usage/products.ts'
import { SIM_SORTS, type SimSort } from '#usage/sim-columns.ts'
import type { TimeRange } from '#usage/time-range.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { RANGE_KEY } from './range-key.ts'
import { patternKey, readKey, type SearchCodec, textKey, wordKey, writeKey } from './search-key.ts'

/** What the list of SIMs shows. */
export interface SimsSearch {
  readonly product: Product | 'all'
  readonly account: string
  /** Whose usage is told. */
  readonly range: TimeRange
  /** Text to find in a SIM's name, SID, ICCID or status. */
  readonly find: string
  /** A status in the API's own word; empty for every one. */
  readonly status: string
  /** SID of a rate plan or a fleet; empty for every one. */
  readonly plan: string
  readonly sort: SimSort
  readonly order: 'ascending' | 'descending'
}

const SIMS_PRODUCT_KEY = wordKey<Product | 'all'>(
  'product',
  ['all', 'programmable-wireless', 'super-sim'],
  'all',
)
const FIND_KEY = textKey('find')
const STATUS_KEY = patternKey('status', /^[a-z-]{1,30}$/, 'a status, such as active')

/** `plan=WP…` or `plan=HF…`: what sets a SIM's limit. */
export const PLAN_KEY = patternKey(
  'plan',
  /^(WP|HF)[0-9a-fA-F]{32}$/,
  'the SID of a rate plan or a fleet: WP or HF, and 32 digits',
)
const SORT_KEY = wordKey<SimSort>('sort', SIM_SORTS, 'name')
const ORDER_KEY = wordKey('order', ['ascending', 'descending'] as const, 'ascending')

/** `/sims?product=super-sim&account=north&range=last-7-days&find=truck&sort=usage&order=descending` */
export const simsSearch: SearchCodec<SimsSearch> = {
  keys: [
    SIMS_PRODUCT_KEY,
    ACCOUNT_KEY,
    RANGE_KEY,
    FIND_KEY,
    STATUS_KEY,
    PLAN_KEY,
    SORT_KEY,
    ORDER_KEY,
  ],
  parse: (parameters) => ({
    product: readKey(parameters, SIMS_PRODUCT_KEY),
    account: readKey(parameters, ACCOUNT_KEY),
    range: readKey(parameters, RANGE_KEY),
    find: readKey(parameters, FIND_KEY),
    status: readKey(parameters, STATUS_KEY),
    plan: readKey(parameters, PLAN_KEY),
    sort: readKey(parameters, SORT_KEY),
    order: readKey(parameters, ORDER_KEY),
  }),
  serialize({ product, account, range, find, status, plan, sort, order }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, SIMS_PRODUCT_KEY, product)
    writeKey(parameters, ACCOUNT_KEY, account)
    writeKey(parameters, RANGE_KEY, range)
    writeKey(parameters, FIND_KEY, find)
    writeKey(parameters, STATUS_KEY, status)
    writeKey(parameters, PLAN_KEY, plan)
    writeKey(parameters, SORT_KEY, sort)
    writeKey(parameters, ORDER_KEY, order)
    return parameters
  },
}
