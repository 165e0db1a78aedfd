import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Connection, STATEMENT_MILLISECONDS } from './connection.ts'
import type { EmbeddedAnswer, EmbeddedRequest } from './embedded-messages.ts'
import { lockFolder, STALE_MILLISECONDS } from './lock-folder.ts'

const require = createRequire(import.meta.url)

type Asked = EmbeddedRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never

/** A new database takes seconds, and on a busy machine many of them. */
const OPEN_MILLISECONDS = 180_000

/** The database did not answer: the process that held it ended. */
const ENDED = 'The embedded database ended. It is started again with the next use.'

/**
 * A Postgres in a folder, in a process of its own: making one keeps a processor busy for seconds, which
 * the gateway must not feel. It starts with the first query, ends with this process, and starts again
 * should it have ended by itself. The folder is locked by this process and not by that one, which may be
 * too busy to renew the lock.
 *
 * @param folder where its files are; made where it does not exist
 * @param stale milliseconds after which a lock that is not renewed is that of a gateway that is dead
 */
export function embedPostgres(folder: string, stale = STALE_MILLISECONDS): Connection {
  let opening: Promise<DatabaseProcess> | undefined
  let release: (() => Promise<void>) | undefined
  let last: DatabaseProcess | undefined
  /** Whether there was a database: then a new one is no replacement for it. */
  let known = false
  const open = async (): Promise<DatabaseProcess> => {
    // Two processes on the same files would ruin them.
    last?.kill()
    await last?.ended
    release ??= await lockFolder(
      folder,
      () => {
        release = undefined
        last?.kill()
      },
      stale,
    )
    last = startProcess(folder)
    await last.ask({ kind: 'open', begin: !known }, OPEN_MILLISECONDS)
    known = true
    return last
  }
  const begin = () => {
    const own = open()
    const forget = () => {
      if (opening === own) opening = undefined
    }
    own.then(({ ended }) => ended.then(forget), forget)
    return own
  }
  const ask = async (asked: Asked) => {
    opening ??= begin()
    return (await opening).ask(asked, STATEMENT_MILLISECONDS)
  }
  return {
    query: (sql, parameters, rows) => ask({ kind: 'query', sql, parameters, rows }),
    runTogether: async (statements) => {
      await ask({ kind: 'runTogether', statements })
    },
    close: async () => {
      await opening?.catch(() => undefined)
      await last?.end()
      await release?.().catch(() => undefined)
      release = undefined
    },
  }
}

interface Waiting {
  resolve(rows: unknown[]): void
  reject(error: Error): void
}

/** The process that holds the database. */
interface DatabaseProcess {
  ask(asked: Asked, timeout: number): Promise<unknown[]>
  /** Lets it finish, and ends it. */
  end(): Promise<void>
  /** Ends it at once. */
  kill(): void
  readonly ended: Promise<void>
}

function startProcess(folder: string): DatabaseProcess {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const main = fileURLToPath(new URL('./embedded-postgres-process.ts', import.meta.url))
  const child: ChildProcess = fork(main, [folder], {
    serialization: 'advanced',
    // Whatever runs this process, that one reads TypeScript.
    execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
    // What it has to say it says in its answers.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const kill = () => {
    child.kill('SIGKILL')
  }
  // The lock ends with this process, and so must whoever writes to the folder.
  process.once('exit', kill)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  ended.then(() => {
    process.off('exit', kill)
    for (const { reject } of waiting.values()) reject(new Error(ENDED))
    waiting.clear()
  })
  child.on('message', ({ id, ...answer }: EmbeddedAnswer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if ('rows' in answer) asked?.resolve(answer.rows)
    else asked?.reject(Object.assign(new Error(answer.error), { code: answer.code }))
  })
  const ask = (asked: Asked, timeout: number) =>
    new Promise<unknown[]>((resolve, reject) => {
      lastId += 1
      const id = lastId
      const late = setTimeout(() => {
        waiting.delete(id)
        reject(new Error(`The embedded database did not answer within ${timeout / 1000} seconds.`))
      }, timeout)
      const done = () => clearTimeout(late)
      waiting.set(id, {
        resolve: (rows) => [done(), resolve(rows)],
        reject: (error) => [done(), reject(error)],
      })
      child.send({ ...asked, id }, (error) => error && waiting.get(id)?.reject(error))
    })
  return {
    ask,
    kill,
    ended,
    async end() {
      if (child.connected) {
        await ask({ kind: 'close' }, STATEMENT_MILLISECONDS).catch(() => undefined)
        if (child.connected) child.disconnect()
      }
      const late = setTimeout(kill, 2_000)
      await ended
      clearTimeout(late)
    },
  }
}
