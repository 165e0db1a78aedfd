import { readKey, type SearchCodec, textKey, writeKey } from './search-key.ts'

/** What the list of saved views shows. */
export interface ViewsSearch {
  /** Text to find in a view's name, description or owner. */
  readonly find: string
}

const FIND_KEY = textKey('find')

/** `/views?find=trucks` */
export const viewsSearch: SearchCodec<ViewsSearch> = {
  keys: [FIND_KEY],
  parse: (parameters) => ({ find: readKey(parameters, FIND_KEY) }),
  serialize({ find }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, FIND_KEY, find)
    return parameters
  },
}
