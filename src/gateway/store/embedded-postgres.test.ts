import { chmod, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyEmptyStore } from '#testing/store/empty-store.ts'
import { embedPostgres } from './embedded-postgres.ts'
import { openStore, type Store } from './open-store.ts'
import { describeStoreFailure } from './store-failure.ts'

const STALE = 2_000

let folder: string
const opened: Store[] = []
beforeEach(async () => {
  folder = await copyEmptyStore()
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await rm(folder, { recursive: true, force: true })
})

function open(): Store {
  const store = openStore(embedPostgres(folder, STALE), { rest: { first: 100, longest: 500 } })
  opened.push(store)
  return store
}

const stateOf = (store: Store) => store.check().then(() => 'open', describeStoreFailure)

it('is for one gateway: a second is told, and has the folder when the first ends', async () => {
  const [first, second] = [open(), open()]
  expect(await stateOf(first)).toBe('open')
  expect(await stateOf(second)).toBe(
    `The folder ${folder} is used by another gateway. End that one, and this one goes on by itself; or set DATA_FOLDER to another.`,
  )
  expect(await stateOf(first)).toBe('open')
  await first.close()
  await expect.poll(() => stateOf(second), { timeout: 30_000 }).toBe('open')
}, 60_000)

it('that is gone while it is used is told, and not replaced by an empty one', async () => {
  const store = open()
  expect(await stateOf(store)).toBe('open')
  await rename(join(folder, 'postgres'), join(folder, 'away'))
  expect(await stateOf(store)).toMatch(/^The database in .* is gone\. Put it back/)
  await rename(join(folder, 'away'), join(folder, 'postgres'))
  await expect.poll(() => stateOf(store), { timeout: 30_000 }).toBe('open')
}, 60_000)

it('that is damaged is told as such, and opened once it is whole again', async () => {
  const control = join(folder, 'postgres', 'global', 'pg_control')
  await rename(control, `${control}.whole`)
  await writeFile(control, '')
  const store = open()
  expect(await stateOf(store)).toMatch(/damaged.*Put back a copy/)
  await truncate(control, 0)
  await rename(`${control}.whole`, control)
  await chmod(control, 0o600)
  await expect.poll(() => stateOf(store), { timeout: 30_000 }).toBe('open')
}, 90_000)
