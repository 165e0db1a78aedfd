import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { EmbeddedAnswer, EmbeddedRequest } from './embedded-messages.ts'
import { lockFolder } from './lock-folder.ts'

const folder = process.argv[2]
if (!folder || !process.send) throw new Error('This process is started by the gateway.')

// Only the gateway's end ends it: what a terminal sends to all must not cut a statement short.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

const opening = open(folder)
process.on('message', (request: EmbeddedRequest) => {
  answer(request).then(
    (rows) => reply({ id: request.id, rows }),
    (error: unknown) =>
      reply({ id: request.id, error: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', async () => {
  const database = await opening.catch(() => undefined)
  await database?.close().catch(() => undefined)
  process.exit()
})

async function answer(request: EmbeddedRequest): Promise<unknown[]> {
  const database = await opening
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
async function open(parent: string): Promise<PGlite> {
  await mkdir(parent, { recursive: true, mode: 0o700 })
  await lockFolder(parent)
  const [place, unfinished] = [join(parent, 'postgres'), join(parent, 'postgres.new')]
  await rm(unfinished, { recursive: true, force: true })
  if (!(await exists(place))) {
    await (await PGlite.create(unfinished)).close()
    await rename(unfinished, place)
  }
  return PGlite.create(place)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function reply(message: EmbeddedAnswer): void {
  // A gateway that has ended meanwhile waits for nothing.
  process.send?.(message, undefined, undefined, () => undefined)
}
