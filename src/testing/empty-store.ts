import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { embedPostgres } from '#gateway/store/embedded-postgres.ts'
import { openStore } from '#gateway/store/open-store.ts'

const EMPTY_STORE = fileURLToPath(new URL('../../test-results/empty-store', import.meta.url))

/** Makes an empty store before the first test, which others begin with a copy of: it takes seconds. */
export default async function makeEmptyStore(): Promise<void> {
  await rm(EMPTY_STORE, { recursive: true, force: true })
  const store = openStore(embedPostgres(EMPTY_STORE))
  await store.ready()
  await store.close()
}

/** A new folder with an empty store in it. */
export async function copyEmptyStore(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'roamboard-'))
  await cp(EMPTY_STORE, folder, { recursive: true })
  return folder
}
