import type { Product } from '#usage/products.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { readKey, type SearchCodec, wordKey, writeKey } from './search-key.ts'
import { PLAN_KEY } from './sims-search.ts'
import { ROWS_KEY, type Rows } from './usage-search.ts'

/** What the view of top consumers and movers shows. */
export interface MoversSearch {
  readonly product: Product
  readonly account: string
  /** How many settled days are held against as many before. */
  readonly days: '7' | '28'
  /** SID of a rate plan or a fleet; empty for every SIM. */
  readonly plan: string
  readonly rows: Rows
}

const DAYS_KEY = wordKey<MoversSearch['days']>('days', ['7', '28'], '7')

/** `/movers?product=super-sim&days=28&plan=HF…` */
export const moversSearch: SearchCodec<MoversSearch> = {
  keys: [PRODUCT_KEY, ACCOUNT_KEY, DAYS_KEY, PLAN_KEY, ROWS_KEY],
  parse: (parameters) => ({
    product: readKey(parameters, PRODUCT_KEY),
    account: readKey(parameters, ACCOUNT_KEY),
    days: readKey(parameters, DAYS_KEY),
    plan: readKey(parameters, PLAN_KEY),
    rows: readKey(parameters, ROWS_KEY),
  }),
  serialize({ product, account, days, plan, rows }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, PRODUCT_KEY, product)
    writeKey(parameters, ACCOUNT_KEY, account)
    writeKey(parameters, DAYS_KEY, days)
    writeKey(parameters, PLAN_KEY, plan)
    writeKey(parameters, ROWS_KEY, rows)
    return parameters
  },
}
