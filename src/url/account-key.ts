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

/**
 * Which of the accounts that a reader may see an address names.
 *
 * @param word of the address; empty for the reader's first
 * @returns none where it names one that the reader may not see, or that is not there
 */
export function chooseAccounts(known: readonly string[], word: string): readonly string[] {
  if (word === ALL_ACCOUNTS) return known
  return known.filter((id, index) => (word ? id === word : index === 0))
}
