import { ACCOUNT_KEY } from './account-key.ts'
import { readKey, type SearchCodec, textKey, writeKey } from './search-key.ts'

/** What the list of saved views shows. */
export interface ViewsSearch {
  /** The account that the frame keeps chosen; the list itself is of all. */
  readonly account: string
  /** Text to find in a view's name, description or owner. */
  readonly find: string
}

const FIND_KEY = textKey('find')

/** `/views?find=trucks` */
export const viewsSearch: SearchCodec<ViewsSearch> = {
  keys: [ACCOUNT_KEY, FIND_KEY],
  parse: (parameters) => ({
    account: readKey(parameters, ACCOUNT_KEY),
    find: readKey(parameters, FIND_KEY),
  }),
  serialize({ account, find }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, ACCOUNT_KEY, account)
    writeKey(parameters, FIND_KEY, find)
    return parameters
  },
}
