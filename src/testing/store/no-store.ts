import { connectPostgres } from '#gateway/store/external-postgres.ts'
import { openStore } from '#gateway/store/open-store.ts'

/** A store that is out of reach whenever it is used. */
export const NO_STORE = openStore(connectPostgres('postgres://nobody@127.0.0.1:1/none'))
