import { ACCOUNT_KEY } from './account-key.ts'
import { GATHER_KEY } from './gather-key.ts'
import { ANY_PRODUCT_KEY } from './product-key.ts'
import { type SearchOf, searchCodec } from './search-codec.ts'
import { patternKey } from './search-key.ts'

/** `/report?account=all&month=2026-10` */
export const reportSearch = searchCodec({
  product: ANY_PRODUCT_KEY,
  account: ACCOUNT_KEY,
  /** The calendar month of UTC; empty for the last one that has ended. */
  month: patternKey('month', /^20\d{2}-(0[1-9]|1[0-2])$/, 'a month such as 2026-10'),
  gather: GATHER_KEY,
})

/** The word of a calendar month in the address: `2026-10`. */
export function monthWord(moment: Date): string {
  return moment.toISOString().slice(0, 7)
}

/** What a report of a month is about. */
export type ReportSearch = SearchOf<typeof reportSearch>
