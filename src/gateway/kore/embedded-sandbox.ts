import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Starts the sandbox as a process of its own on a free port; it ends with this one.
 * Its settings are the `SANDBOX_…` of the environment.
 *
 * @returns its address
 * @throws Error where it could not start; it has said why on standard error
 */
export function startEmbeddedSandbox(): Promise<string> {
  const main = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url))
  const child = fork(main, ['--port', '0'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      if (typeof message === 'object' && message !== null && 'url' in message) {
        resolve(String(message.url))
      }
    })
    child.once('exit', () => reject(new Error('The sandbox did not start.')))
  })
}
