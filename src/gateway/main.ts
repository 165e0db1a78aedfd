import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import {
  type GatewayConfig,
  isRealAccount,
  type KoreAddresses,
  parseConfig,
  sandboxAccounts,
  sandboxAddresses,
} from './config/config.ts'
import { readSecretFile } from './config/secret-file.ts'
import type { Account } from './http/account.ts'
import { createGateway } from './http/handler.ts'
import { readPage } from './http/page.ts'
import { serveGateway } from './http/serve-gateway.ts'
import { createWatch, type Watch } from './http/watch.ts'
import { createAnswerMemory } from './kore/answer-memory.ts'
import { startEmbeddedSandbox } from './kore/embedded-sandbox.ts'
import { accountOf, createUpstream } from './kore/forward.ts'
import { createSignIn } from './sign-in/sign-in.ts'
import { embedPostgres } from './store/embedded-postgres.ts'
import { connectPostgres } from './store/external-postgres.ts'
import { openStore, type Store } from './store/open-store.ts'
import { createSettledAnswers } from './store/settled-answers.ts'
import { describeStoreFailure } from './store/store-failure.ts'
import { findUnknownAccounts } from './store/unknown-accounts.ts'

const BUILT_APP = fileURLToPath(new URL('../../dist', import.meta.url))

try {
  await start(parseConfig(process.env, readSecretFile))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start(config: GatewayConfig): Promise<void> {
  const { port, host, allowedHosts, databaseUrl, dataFolder, logLevel } = config
  // `npm run dev` serves the app through Vite and needs no build.
  const page = process.argv.includes('--api-only') ? undefined : await readPage(BUILT_APP)
  const addresses = config.accounts
    ? config.addresses
    : sandboxAddresses(await startEmbeddedSandbox())
  const source = isRealAccount(addresses) ? 'account' : 'sandbox'
  const watch = createWatch(source, pino({ level: logLevel }))
  const connection = databaseUrl ? connectPostgres(databaseUrl) : embedPostgres(dataFolder)
  const reportStore = (error: unknown) =>
    watch.log.error({ cause: describeStoreFailure(error) }, 'the store cannot be used')
  const store = openStore(connection, {
    onFailure: reportStore,
    onOpen: () => reportUnknownAccounts(store, accounts, watch).catch(reportStore),
  })
  const accounts = openAccounts(config, addresses, store, watch)
  const knownGroups = accounts.flatMap(({ viewers }) => viewers.groups)
  const gateway = createGateway({
    accounts,
    source,
    watch,
    store,
    allowedHosts,
    signIn: config.signIn && createSignIn(config.signIn, { store, watch, knownGroups }),
    ...(page ? { app: { folder: BUILT_APP, page } } : {}),
  })
  const server = serveGateway({ fetch: gateway.fetch, port, hostname: host }, (address) => {
    const shownHost = host === '127.0.0.1' ? 'localhost' : host
    const names = accounts.map(({ name }) => name).join(', ')
    const numbers = config.accounts ? names : 'the sandbox (made-up numbers)'
    console.log(`Roamboard shows ${numbers} on http://${shownHost}:${address.port}`)
    // Opened only now, so that nobody waits for it who does not need it.
    store.ready().catch(() => undefined)
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
      server.closeIdleConnections()
    })
  }
}

/** Says what is kept and shown to nobody, as its account is not configured under its id any more. */
async function reportUnknownAccounts(
  store: Store,
  accounts: readonly Account[],
  { log }: Watch,
): Promise<void> {
  const ids = accounts.map(({ id }) => id)
  const marks = accounts.map(({ upstream }) => upstream.account)
  const unknown = await findUnknownAccounts(store, ids, marks)
  if (unknown.length === 0) return
  const cure = 'Name these accounts by their old ids, or move what is kept: README, "another id".'
  log.warn({ unknown, cure }, 'kept for accounts that the settings do not name')
}

/** The accounts of the settings, or those of the sandbox, each with a way to it. */
function openAccounts(
  { accounts: configured, viewers, keptMegabytes }: GatewayConfig,
  addresses: KoreAddresses,
  store: Store,
  watch: Watch,
): Account[] {
  const kept = isRealAccount(addresses) && keptMegabytes > 0
  const memory = createAnswerMemory()
  return (configured ?? sandboxAccounts(viewers)).map((account) => {
    const upstreamConfig = { ...addresses, ...account }
    const settled = kept
      ? createSettledAnswers(store, accountOf(upstreamConfig), keptMegabytes * 1_000_000)
      : undefined
    const upstream = createUpstream(upstreamConfig, {
      name: account.id,
      durable: settled,
      watch,
      memory,
    })
    return { ...account, upstream, settled }
  })
}
