import { ACCOUNT_KEY } from './account-key.ts'
import { searchCodec } from './search-codec.ts'

/** What the page of kept usage shows: `/kept?account=north`. */
export const keptSearch = searchCodec({ account: ACCOUNT_KEY })
