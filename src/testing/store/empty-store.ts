import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { embedPostgres } from '#gateway/store/embedded-postgres.ts'
import { openStore } from '#gateway/store/open-store.ts'

const EMPTY_STORE = fileURLToPath(new URL('../../../test-results/empty-store', import.meta.url))

/** Says to the processes of tests that the store has been made, and is not left over from another day. */
const MADE = 'EMPTY_STORE_MADE'

/** Makes an empty store before the first test, which others begin with a copy of: it takes seconds. */
export default async function makeEmptyStore(): Promise<void> {
  await rm(EMPTY_STORE, { recursive: true, force: true })
  const store = openStore(embedPostgres(EMPTY_STORE))
  await store.ready()
  await store.close()
  process.env[MADE] = 'yes'
}

/**
 * A new folder with an empty store in it.
 *
 * @throws Error where none has been made for this test: `store-tests.ts` has not seen that it needs one
 */
export async function copyEmptyStore(): Promise<string> {
  if (!process.env[MADE]) {
    throw new Error(
      'No empty store was made. Import #testing/store/empty-store.ts, or what imports it, by its name.',
    )
  }
  const folder = await mkdtemp(join(tmpdir(), 'roamboard-'))
  await cp(EMPTY_STORE, folder, { recursive: true })
  return folder
}
