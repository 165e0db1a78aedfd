import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyEmptyStore } from '#testing/store/empty-store.ts'
import { embedPostgres } from './embedded-postgres.ts'
import { openStore, type Store } from './open-store.ts'
import { createSavedViews } from './saved-views.ts'
import { createSettledAnswers } from './settled-answers.ts'
import { createSharedLinks } from './shared-links.ts'
import { findUnknownAccounts } from './unknown-accounts.ts'

let folder: string
let store: Store
beforeAll(async () => {
  folder = await copyEmptyStore()
  store = openStore(embedPostgres(folder))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

it('tells what is kept of accounts that have another id now, until it is moved', async () => {
  const reader = { person: '', accounts: ['north', 'south'] }
  const views = createSavedViews(store, reader)
  const draft = { name: 'Trucks', description: '', owner: '', path: '/account', search: '' }
  await views.add({ ...draft, search: 'account=north' }, ['north'])
  const both = await views.add({ ...draft, search: 'account=all' }, ['north', 'south'])
  await createSharedLinks(store).add({ ...draft, days: 7 }, ['south'], '')
  await createSettledAnswers(store, 'mark', 1_000).put('a', 'a', '{}')

  expect(await findUnknownAccounts(store, ['north', 'south'], ['mark'])).toEqual([])
  expect(await findUnknownAccounts(store, ['nord', 'south'], ['other'])).toEqual([
    { account: 'north', kept: 'views', rows: 2 },
    { account: 'mark', kept: 'settled usage', rows: 1 },
  ])
  expect(await findUnknownAccounts(store, ['north'], ['mark'])).toEqual([
    { account: 'south', kept: 'views', rows: 1 },
    { account: 'south', kept: 'links', rows: 1 },
  ])

  // The statements of the README, as they stand there.
  const readme = readFileSync(new URL('../deployment/README.md', import.meta.url), 'utf8')
  const [, statements = ''] = /```sql\n([^`]*)```/.exec(readme) ?? []
  for (const statement of statements.split(';').filter((text) => text.trim())) {
    await store.database.execute(
      sql.raw(statement.replaceAll('old-id', 'north').replaceAll('new-id', 'nord')),
    )
  }
  expect(await findUnknownAccounts(store, ['nord', 'south'], ['mark'])).toEqual([])
  const moved = await createSavedViews(store, { person: '', accounts: ['nord', 'south'] }).list()
  expect(moved.map(({ search }) => search).sort()).toEqual(['account=all', 'account=nord'])
  expect(moved.map(({ id }) => id)).toContain(both?.id)
})
