import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Connection } from './connection.ts'
import type { EmbeddedAnswer, EmbeddedRequest } from './embedded-messages.ts'

const require = createRequire(import.meta.url)

type Asked = EmbeddedRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never

interface Waiting {
  resolve(rows: unknown[]): void
  reject(error: Error): void
}

/**
 * A Postgres in a folder, in a process of its own: making one keeps a processor busy for seconds, which
 * the gateway must not feel. It starts with the first query, ends with this process, and starts again
 * should it have ended by itself.
 *
 * @param folder where its files are; made where it does not exist
 */
export function embedPostgres(folder: string): Connection {
  let child: ChildProcess | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()
  const start = () => {
    const main = fileURLToPath(new URL('./embedded-postgres-process.ts', import.meta.url))
    const started = fork(main, [folder], {
      serialization: 'advanced',
      // Whatever runs this process, that one reads TypeScript.
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
    })
    started.on('message', (answer: EmbeddedAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('rows' in answer) asked?.resolve(answer.rows)
      else asked?.reject(new Error(answer.error))
    })
    started.once('exit', () => {
      child = undefined
      for (const { reject } of waiting.values()) reject(new Error('The embedded database ended.'))
      waiting.clear()
    })
    return started
  }
  const ask = (asked: Asked) =>
    new Promise<unknown[]>((resolve, reject) => {
      child ??= start()
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      child.send({ ...asked, id: lastId })
    })
  return {
    query: (sql, parameters, rows) => ask({ kind: 'query', sql, parameters, rows }),
    runTogether: async (statements) => {
      await ask({ kind: 'runTogether', statements })
    },
    close: async () => {
      if (child) await ask({ kind: 'close' })
      child?.disconnect()
    },
  }
}
