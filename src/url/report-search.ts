import { PRODUCT_KEYS, type Product } from '#usage/kore/products.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { GATHER_KEY } from './gather-key.ts'
import { type SearchOf, searchCodec } from './search-codec.ts'
import { patternKey, wordKey } from './search-key.ts'

/** `/report?account=all&month=2026-10` */
export const reportSearch = searchCodec({
  product: wordKey<Product | 'all'>('product', ['all', ...PRODUCT_KEYS], 'all'),
  account: ACCOUNT_KEY,
  /** The calendar month of UTC; empty for the last one that has ended. */
  month: patternKey('month', /^20\d{2}-(0[1-9]|1[0-2])$/, 'a year and a month, such as 2026-10'),
  gather: GATHER_KEY,
})

/** What a report of a month is about. */
export type ReportSearch = SearchOf<typeof reportSearch>
