import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { embedPostgres } from '#gateway/store/embedded-postgres.ts'
import { openStore } from '#gateway/store/open-store.ts'

/** An empty store, which each stack begins with a copy of: making one takes seconds. */
export const EMPTY_STORE = fileURLToPath(new URL('../test-results/empty-store', import.meta.url))

/** Makes the empty store before the first test. */
export default async function makeStore(): Promise<void> {
  await rm(EMPTY_STORE, { recursive: true, force: true })
  const store = openStore(embedPostgres(EMPTY_STORE))
  await store.ready()
  await store.close()
}
