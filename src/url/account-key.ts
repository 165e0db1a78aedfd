import type { SearchKey } from './search-key.ts'
import { patternKey, readKey } from './search-key.ts'

/** All accounts of the reader together. */
export const ALL_ACCOUNTS = 'all'

const ID = '[a-z0-9][a-z0-9-]{0,31}'

/** `account=north`, `account=main,north`; silent for the reader's first. */
export const ACCOUNT_KEY: SearchKey<string> = patternKey(
  'account',
  new RegExp(`^${ID}(,${ID}){0,31}$`),
  'the names of one or more accounts, or all',
)

/** The word by which the query of an address names its accounts; empty for the reader's first. */
export function accountWordOf(search: string): string {
  return readKey(new URLSearchParams(search), ACCOUNT_KEY)
}

/**
 * Which of the accounts that a reader may see an address names.
 *
 * @param word of the address; empty for the reader's first
 * @returns none where it names one that the reader may not see, or that is not there
 */
export function chooseAccounts(known: readonly string[], word: string): readonly string[] {
  if (word === ALL_ACCOUNTS) return known
  if (!word) return known.slice(0, 1)
  const named = word.split(',')
  return named.every((id) => known.includes(id)) ? known.filter((id) => named.includes(id)) : []
}

/**
 * Whether an address must name its accounts to show everybody the same: readers who sign in may see
 * other accounts, and another first.
 */
export function namesAccounts(known: readonly string[], signedIn: boolean): boolean {
  return known.length > 1 || signedIn
}

/**
 * The word of an address that shows the same accounts to every reader.
 *
 * @param chosen those that its maker sees
 * @param word of the maker's address
 * @param signedIn whether readers sign in; where nobody does, all of them see all accounts
 */
export function lastingAccountWord(
  chosen: readonly string[],
  word: string,
  signedIn: boolean,
): string {
  return word === ALL_ACCOUNTS && !signedIn ? word : chosen.join(',')
}

/**
 * A saved address by the accounts that its maker saw, where it leaves open which they are.
 *
 * @param search its query
 * @param shown ids of the accounts that it showed to its maker
 */
export function withAccounts(search: string, shown: readonly string[], signedIn: boolean): string {
  const word = accountWordOf(search)
  if (shown.length === 0 || (word && word !== ALL_ACCOUNTS)) return search
  const lasting = lastingAccountWord(shown, word, signedIn)
  if (lasting === word) return search
  const parameters = new URLSearchParams(search)
  parameters.set(ACCOUNT_KEY.name, lasting)
  return parameters.toString()
}
