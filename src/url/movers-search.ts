import { ACCOUNT_KEY } from './account-key.ts'
import { GATHER_KEY } from './gather-key.ts'
import { PLAN_KEY } from './plan-key.ts'
import { PRODUCT_KEY } from './product-key.ts'
import { ROWS_KEY } from './rows-key.ts'
import { type SearchOf, searchCodec } from './search-codec.ts'
import { wordKey } from './search-key.ts'

/** `/movers?product=super-sim&days=28&plan=HF…` */
export const moversSearch = searchCodec({
  product: PRODUCT_KEY,
  account: ACCOUNT_KEY,
  /** How many settled days are held against as many before. */
  days: wordKey<'7' | '28'>('days', ['7', '28'], '7'),
  /** SID of a rate plan or a fleet; empty for every SIM. */
  plan: PLAN_KEY,
  rows: ROWS_KEY,
  gather: GATHER_KEY,
})

/** What the view of top consumers and movers shows. */
export type MoversSearch = SearchOf<typeof moversSearch>
