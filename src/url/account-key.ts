import type { SearchKey } from './search-key.ts'
import { patternKey } from './search-key.ts'

/** All accounts of the reader together. */
export const ALL_ACCOUNTS = 'all'

/** `account=north`; silent for the reader's first. */
export const ACCOUNT_KEY: SearchKey<string> = patternKey(
  'account',
  /^[a-z0-9][a-z0-9-]{0,31}$/,
  'the name of an account, or all',
)
