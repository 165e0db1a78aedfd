import { type SearchKey, wordKey } from './search-key.ts'

/** `rows=all`: how many rows of a table are shown, the first of them or every one. */
export const ROWS_KEY: SearchKey<'first' | 'all'> = {
  ...wordKey('rows', ['first', 'all'], 'first'),
  writtenLast: true,
}
