import { fileURLToPath } from 'node:url'
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'
import { migrate } from 'drizzle-orm/pg-proxy/migrator'
import type { Connection } from './connection.ts'

/** The gateway's own database. */
export interface Store {
  /** Each statement waits until the tables are there. */
  readonly database: PgRemoteDatabase
  /** Opens the database and brings its tables up to date. @throws Error where that fails */
  ready(): Promise<void>
  close(): Promise<void>
}

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

/** Opens nothing until it is used, and tries again with the next use where that failed. */
export function openStore(connection: Connection): Store {
  let opening: Promise<void> | undefined
  const ready = () => {
    opening ??= bringUpToDate(connection).catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }
  return {
    database: databaseOf(connection, ready),
    ready,
    close: connection.close,
  }
}

async function bringUpToDate(connection: Connection): Promise<void> {
  const database = databaseOf(connection, async () => undefined)
  const run = () => migrate(database, connection.runTogether, { migrationsFolder: MIGRATIONS })
  // Another replica may be doing the same: then its work is found at the second try.
  await run().catch(run)
}

function databaseOf(connection: Connection, ready: () => Promise<void>): PgRemoteDatabase {
  return drizzle(async (sql, parameters, method) => {
    await ready()
    const rows = await connection.query(sql, parameters, method === 'all' ? 'array' : 'object')
    return { rows }
  })
}
