import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import { migrate } from 'drizzle-orm/pg-proxy/migrator'
import { createRest } from '../kore/rest.ts'
import { withinTime } from '../kore/within-time.ts'
import { type Connection, STATEMENT_MILLISECONDS } from './connection.ts'
import { StoreFailure } from './store-failure.ts'

/** The gateway's own database. */
export interface Store {
  /** Each statement waits until the tables are there. */
  readonly database: PgRemoteDatabase
  /** Opens the database and brings its tables up to date. @throws Error where that fails */
  ready(): Promise<void>
  /** Opens it, and sees whether it answers now. @throws Error where it does not */
  check(): Promise<void>
  close(): Promise<void>
}

interface StoreOptions {
  /** Is told once that it has been opened, at whichever try. */
  readonly onOpen?: () => void
  /** Is told each time that it cannot be opened. */
  readonly onFailure?: (error: unknown) => void
  /** Milliseconds of the first rest after that, and of the longest. */
  readonly rest?: { readonly first: number; readonly longest: number }
}

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/** Short enough for a gateway that waits for another one's folder to have it soon. */
const REST = { first: 1_000, longest: 5_000 }

/**
 * Opens nothing until it is used. Where that fails it is tried again by itself, with rests; meanwhile
 * whoever needs it is told why at once.
 */
export function openStore(
  connection: Connection,
  {
    onOpen = () => undefined,
    onFailure = () => undefined,
    rest: { first, longest } = REST,
  }: StoreOptions = {},
): Store {
  const rest = createRest(first, longest, () => performance.now())
  let opening: Promise<void> | undefined
  let failure: unknown
  let again: NodeJS.Timeout | undefined
  let closed = false
  const open = async () => {
    try {
      await bringUpToDate(connection)
      rest.end()
      onOpen()
    } catch (error) {
      opening = undefined
      failure = error
      rest.begin()
      if (!closed) {
        onFailure(error)
        again = setTimeout(() => ready().catch(() => undefined), rest.left() + 1)
        again.unref()
      }
      throw error
    }
  }
  const ready = () => {
    if (!opening && rest.left() > 0) return Promise.reject(failure)
    opening ??= open()
    return opening
  }
  const database = databaseOf(connection, () => openInTime(ready()))
  return {
    database,
    ready,
    async check() {
      await database.execute(sql`SELECT 1`)
    },
    async close() {
      closed = true
      clearTimeout(again)
      await connection.close()
    },
  }
}

/** Nobody waits longer for it to be opened than for a statement. */
async function openInTime(opened: Promise<void>): Promise<void> {
  const isOpen = opened.then(() => true)
  if (await withinTime(isOpen, STATEMENT_MILLISECONDS)) return
  throw new Error('The store is still being opened. Try again in a while.')
}

async function bringUpToDate(connection: Connection): Promise<void> {
  const database = databaseOf(connection, async () => undefined)
  const run = () => migrate(database, connection.runTogether, { migrationsFolder: MIGRATIONS })
  // Another replica may be doing the same: then its work is found at the second try.
  await run().catch(run)
}

function databaseOf(connection: Connection, ready: () => Promise<void>): PgRemoteDatabase {
  return drizzle(async (sql, parameters, method) => {
    try {
      await ready()
      const rows = await connection.query(sql, parameters, method === 'all' ? 'array' : 'object')
      return { rows }
    } catch (cause) {
      throw new StoreFailure('The store failed', { cause })
    }
  })
}
