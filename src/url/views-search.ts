import { ACCOUNT_KEY } from './account-key.ts'
import { FIND_KEY } from './find-key.ts'
import { searchCodec } from './search-codec.ts'

/** What the list of saved views shows: `/views?find=trucks`. */
export const viewsSearch = searchCodec({
  /** The account that the frame keeps chosen; the list itself is of all. */
  account: ACCOUNT_KEY,
  /** Text to find in a view's name, description or owner. */
  find: FIND_KEY,
})
