import { rm } from 'node:fs/promises'
import { embedPostgres } from '#gateway/store/embedded-postgres.ts'
import { openStore, type Store } from '#gateway/store/open-store.ts'
import { copyEmptyStore } from './empty-store.ts'

/** A store that a test can take away from those who use it. */
export interface CutStore {
  readonly store: Store
  /** `away`: every statement fails. `frozen`: none is ever answered. */
  state: 'there' | 'away' | 'frozen'
  close(): Promise<void>
}

export async function startCutStore(): Promise<CutStore> {
  const folder = await copyEmptyStore()
  const connection = embedPostgres(folder)
  const store = openStore({
    ...connection,
    query: async (...asked) => {
      if (cut.state === 'away') throw new Error('the store was cut off')
      if (cut.state === 'frozen') await new Promise(() => undefined)
      return connection.query(...asked)
    },
  })
  const cut: CutStore = {
    store,
    state: 'there',
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await store.ready()
  return cut
}
