import { type ChildProcess, spawn } from 'node:child_process'
import { createServer as createSocket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createServer } from 'vite'

/**
 * `npm run dev`: the app with hot reload on PORT, and the gateway behind it on a port that is free. The app is
 * served once the gateway answers, so that the first look is no error.
 */
const HOST = '127.0.0.1'
const PORT = Number(process.env.PORT || 5173)

/** Milliseconds between two looks whether the gateway answers. */
const PAUSE = 100

const port = await findFreePort()
const gateway = startGateway(port)
endTogether(gateway)
await untilAnswers(`http://${HOST}:${port}/healthz`)
const app = await createServer({
  server: {
    host: HOST,
    port: PORT,
    strictPort: true,
    proxy: { '/api': `http://${HOST}:${port}` },
  },
})
await app.listen()
console.log(`Open http://localhost:${PORT}: the app, with hot reload`)

async function findFreePort(): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((resolve) => socket.listen(0, HOST, resolve))
  const address = socket.address()
  await new Promise((resolve) => socket.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.')
  return address.port
}

/** Starts it anew whenever its code changes. */
function startGateway(port: number): ChildProcess {
  return spawn('tsx', ['watch', '--clear-screen=false', 'src/gateway/main.ts', '--api-only'], {
    env: { ...process.env, HOST, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

/** Neither is left behind by the other. */
function endTogether(gateway: ChildProcess): void {
  gateway.on('exit', (code) => process.exit(code ?? 0))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => gateway.kill())
  process.once('exit', () => gateway.kill())
}

/** A wrong setting is told by the gateway itself, which then waits for a change of its code; so does this. */
async function untilAnswers(address: string): Promise<void> {
  const answers = () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) await wait(PAUSE)
}
