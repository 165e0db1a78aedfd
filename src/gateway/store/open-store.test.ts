import { sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import type { Connection } from './connection.ts'
import { openStore } from './open-store.ts'
import { describeStoreFailure } from './store-failure.ts'

const REST = { first: 50, longest: 200 }

/** A database that is away until it is told otherwise. */
function awayDatabase() {
  const state = { away: true, tries: 0 }
  const connection: Connection = {
    async query() {
      state.tries += 1
      if (!state.away) return []
      throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' })
    },
    runTogether: async () => undefined,
    close: async () => undefined,
  }
  return { connection, state }
}

const reasonOf = (failing: Promise<unknown>) => failing.then(() => 'open', describeStoreFailure)

it('is tried again by itself, tells the innermost cause each time, and once that it is open', async () => {
  const { connection, state } = awayDatabase()
  const failures: string[] = []
  const onFailure = (error: unknown) => failures.push(describeStoreFailure(error))
  const onOpen = vi.fn()
  const store = openStore(connection, { onOpen, onFailure, rest: REST })
  const reason =
    'Nothing listens there (connect ECONNREFUSED 10.0.0.1:5432). Check DATABASE_URL or DATA_FOLDER.'
  expect(await reasonOf(store.ready())).toBe(reason)
  const query = async () => store.database.execute(sql`SELECT 1`)
  expect(await reasonOf(query())).toBe(reason)
  await vi.waitFor(() => expect(failures.length).toBeGreaterThan(2), { timeout: 5_000 })
  expect(new Set(failures)).toEqual(new Set([reason]))
  expect(onOpen).not.toHaveBeenCalled()
  state.away = false
  await vi.waitFor(async () => expect(await reasonOf(store.check())).toBe('open'), {
    timeout: 5_000,
  })
  expect(await reasonOf(store.ready())).toBe('open')
  expect(onOpen).toHaveBeenCalledTimes(1)
  await store.close()
}, 20_000)

it('is left alone between two tries, whoever asks', async () => {
  const { connection, state } = awayDatabase()
  const store = openStore(connection, { rest: { first: 60_000, longest: 60_000 } })
  await reasonOf(store.ready())
  const { tries } = state
  for (let asked = 0; asked < 20; asked++) await reasonOf(store.check())
  expect(state.tries).toBe(tries)
  await store.close()
})

it('is asked each time whether it answers now', async () => {
  const { connection, state } = awayDatabase()
  state.away = false
  const store = openStore(connection)
  expect(await reasonOf(store.check())).toBe('open')
  state.away = true
  expect(await reasonOf(store.ready())).toBe('open')
  expect(await reasonOf(store.check())).toContain('ECONNREFUSED')
  await store.close()
})
