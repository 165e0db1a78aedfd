import { access, constants, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { EmbeddedAnswer, EmbeddedRequest } from './embedded-messages.ts'

const folder = process.argv[2]
if (!folder || !process.send) throw new Error('This process is started by the gateway.')
const parent = folder
const place = join(parent, 'postgres')
const unfinished = join(parent, 'postgres.new')
/** A new database takes half of this, and one that is opened may write its log anew. */
const LEAST_BYTES = 100_000_000

// Only the gateway's end ends it: what a terminal sends to all must not cut a statement short.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

let database: PGlite | undefined

process.on('message', (request: EmbeddedRequest) => {
  answer(request).then(
    (rows) => reply({ id: request.id, rows }),
    (error: unknown) => reply({ id: request.id, ...failureOf(error) }),
  )
})
process.on('disconnect', async () => {
  await database?.close().catch(() => undefined)
  process.exit()
})

async function answer(request: EmbeddedRequest): Promise<unknown[]> {
  if (request.kind === 'open') {
    database = await open(request.begin)
    return []
  }
  if (!database) throw new Error('The embedded database is not open.')
  // What is written to files that have been deleted is lost.
  await access(join(place, 'PG_VERSION')).catch(() => Promise.reject(gone()))
  switch (request.kind) {
    case 'query': {
      const { sql, parameters, rows } = request
      return (await database.query(sql, [...parameters], { rowMode: rows })).rows
    }
    case 'runTogether':
      await database.transaction(async (transaction) => {
        for (const statement of request.statements) await transaction.exec(statement)
      })
      return []
    case 'close':
      await database.close()
      return []
  }
}

/**
 * Opens the database. A new one is made aside and put in its place when it is whole, so that being
 * killed half-way leaves nothing that cannot be opened.
 */
async function open(begin: boolean): Promise<PGlite> {
  await checkRoom()
  if (!(await exists(place))) {
    if (!begin) throw gone()
    await rm(unfinished, { recursive: true, force: true })
    await (await PGlite.create(unfinished)).close()
    await rename(unfinished, place)
  }
  await access(place, constants.R_OK | constants.W_OK)
  try {
    return await PGlite.create(place)
  } catch (error) {
    // It may be read and written, there is room, and still it does not open.
    const reason = error instanceof Error ? error.message : String(error)
    throw Object.assign(new Error(`in ${place}: ${reason}`), { code: 'XX001' })
  }
}

/** The database waits for ever for room that is not there: it is not begun without. */
async function checkRoom(): Promise<void> {
  const { bavail, bsize } = await statfs(parent)
  const room = bavail * bsize
  if (room >= LEAST_BYTES) return
  const told = `${Math.floor(room / 1e6)} MB are left for ${parent}, of the ${LEAST_BYTES / 1e6} MB that it takes`
  throw Object.assign(new Error(told), { code: 'ENOSPC' })
}

function gone(): Error {
  return new Error(
    `The database in ${parent} (DATA_FOLDER) is gone. Put it back, or start the gateway again to begin with an empty one.`,
  )
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function failureOf(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: String(error) }
  const code = 'code' in error ? error.code : undefined
  return { error: error.message, ...(typeof code === 'string' ? { code } : {}) }
}

function reply(message: EmbeddedAnswer): void {
  // A gateway that has ended meanwhile waits for nothing.
  process.send?.(message, undefined, undefined, () => undefined)
}
