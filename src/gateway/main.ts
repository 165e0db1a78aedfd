import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { type GatewayConfig, isRealAccount, parseConfig, sandboxUpstream } from './config.ts'
import { startEmbeddedSandbox } from './embedded-sandbox.ts'
import { accountOf, createUpstream } from './forward.ts'
import { createGateway } from './handler.ts'
import { readPage } from './page.ts'
import { embedPostgres } from './store/embedded-postgres.ts'
import { connectPostgres } from './store/external-postgres.ts'
import { openStore } from './store/open-store.ts'
import { createSavedViews } from './store/saved-views.ts'
import { createSettledAnswers } from './store/settled-answers.ts'
import { createWatch } from './watch.ts'

const BUILT_APP = fileURLToPath(new URL('../../dist', import.meta.url))

try {
  await start(parseConfig(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start(config: GatewayConfig): Promise<void> {
  const { port, host, allowedHosts, upstream } = config
  // `npm run dev` serves the app through Vite and needs no build.
  const page = process.argv.includes('--api-only') ? undefined : await readPage(BUILT_APP)
  const account = upstream ?? sandboxUpstream(await startEmbeddedSandbox())
  const { databaseUrl, dataFolder, keptMegabytes, logLevel } = config
  const store = openStore(databaseUrl ? connectPostgres(databaseUrl) : embedPostgres(dataFolder))
  const real = isRealAccount(account)
  const source = real ? 'account' : 'sandbox'
  const watch = createWatch(source, pino({ level: logLevel }))
  const settled =
    real && keptMegabytes > 0
      ? createSettledAnswers(store, accountOf(account), keptMegabytes * 1_000_000)
      : undefined
  const gateway = createGateway({
    upstream: createUpstream(account, { durable: settled, watch }),
    source,
    watch,
    storeReady: store.ready,
    settled,
    views: createSavedViews(store),
    allowedHosts,
    ...(page ? { app: { folder: BUILT_APP, page } } : {}),
  })
  const server = serve({ fetch: gateway.fetch, port, hostname: host }, (address) => {
    const shownHost = host === '127.0.0.1' ? 'localhost' : host
    const numbers = upstream ? 'the account of KORE_CLIENT_ID' : 'the sandbox (made-up numbers)'
    console.log(`Roamboard shows ${numbers} on http://${shownHost}:${address.port}`)
    // Opened only now, so that nobody waits for it who does not need it.
    store.ready().catch(reportStore)
  })
  server.on('error', (error) => {
    console.error(`Roamboard cannot listen on ${host}:${port} (PORT, HOST): ${error.message}`)
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(async () => {
        await store.close().catch(reportStore)
        process.exit(0)
      })
      // Browsers keep idle connections; those must not hold the process.
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
  }
}

function reportStore(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`The store of saved views cannot be used (DATABASE_URL, DATA_FOLDER): ${reason}`)
}
