import { ACCOUNT_KEY } from './account-key.ts'
import { readKey, type SearchCodec, writeKey } from './search-key.ts'

/** What the page of kept usage shows. */
export interface KeptSearch {
  readonly account: string
}

/** `/kept?account=north` */
export const keptSearch: SearchCodec<KeptSearch> = {
  keys: [ACCOUNT_KEY],
  parse: (parameters) => ({ account: readKey(parameters, ACCOUNT_KEY) }),
  serialize({ account }) {
    const parameters = new URLSearchParams()
    writeKey(parameters, ACCOUNT_KEY, account)
    return parameters
  },
}
