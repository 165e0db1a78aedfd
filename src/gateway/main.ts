import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { type GatewayConfig, isRealAccount, parseConfig, sandboxUpstream } from './config.ts'
import { startEmbeddedSandbox } from './embedded-sandbox.ts'
import { createUpstream } from './forward.ts'
import { createGateway } from './handler.ts'
import { readPage } from './page.ts'

const BUILT_APP = fileURLToPath(new URL('../../dist', import.meta.url))

try {
  await start(parseConfig(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start({ port, host, allowedHosts, upstream }: GatewayConfig): Promise<void> {
  // `npm run dev` serves the app through Vite and needs no build.
  const page = process.argv.includes('--api-only') ? undefined : await readPage(BUILT_APP)
  const account = upstream ?? sandboxUpstream(await startEmbeddedSandbox())
  const gateway = createGateway({
    upstream: createUpstream(account),
    source: isRealAccount(account) ? 'account' : 'sandbox',
    allowedHosts,
    ...(page ? { app: { folder: BUILT_APP, page } } : {}),
  })
  const server = serve({ fetch: gateway.fetch, port, hostname: host }, (address) => {
    const shownHost = host === '127.0.0.1' ? 'localhost' : host
    const numbers = upstream ? 'the account of KORE_CLIENT_ID' : 'the sandbox (made-up numbers)'
    console.log(`Roamboard shows ${numbers} on http://${shownHost}:${address.port}`)
  })
  server.on('error', (error) => {
    console.error(`Roamboard cannot listen on ${host}:${port} (PORT, HOST): ${error.message}`)
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0))
      // Browsers keep idle connections; those must not hold the process.
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
  }
}
