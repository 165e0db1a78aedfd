import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { sandboxAccounts, sandboxAddresses } from '#gateway/config/config.ts'
import { createGateway, type GatewayParts } from '#gateway/http/handler.ts'
import { createWatch } from '#gateway/http/watch.ts'
import { accountOf, createUpstream } from '#gateway/kore/forward.ts'
import type { SignInParts } from '#gateway/sign-in/sign-in.ts'
import { embedPostgres } from '#gateway/store/embedded-postgres.ts'
import { openStore } from '#gateway/store/open-store.ts'
import { createSettledAnswers } from '#gateway/store/settled-answers.ts'
import { fixedClock } from '#sandbox/clock.ts'
import { DEFAULT_CONFIG, type SandboxConfig } from '#sandbox/config.ts'
import { createSandbox, type Sandbox } from '#sandbox/handler.ts'
import { copyEmptyStore } from './store/empty-store.ts'

/** A gateway and a sandbox on loopback ports of this process, with a clock that stands still. */
export interface Stack {
  readonly gatewayUrl: string
  readonly sandboxUrl: string
  readonly sandbox: Sandbox
  /** Sets the sandbox's clock, and lets the gateway learn of it from an answer. */
  moveClock(moment: Date): Promise<void>
  /** Paths and queries that the sandbox was asked for, tokens left out. */
  readonly asked: string[]
  /** Lets the gateway forget what it has kept. */
  forget(): void
  close(): Promise<void>
}

export const STACK_NOW = new Date('2026-11-20T12:00:00Z')

/** What a stack is made of beside its sandbox. */
interface StackOptions {
  /** The built app to serve; only the API without it. */
  readonly app?: GatewayParts['app']
  /** Milliseconds that the gateway waits for the sandbox. */
  readonly timeout?: number
  /** Milliseconds of nothing but pleas for patience that it bears. */
  readonly patience?: number
  /** Folder of a store that outlives the stack, and settled usage with it. */
  readonly folder?: string
  /** Ids of the sandbox's accounts that are shown; the parent alone without. */
  readonly accounts?: readonly string[]
  /** Makes the sign-in, once the gateway's address is known. */
  readonly signIn?: (gatewayUrl: string, parts: SignInParts) => GatewayParts['signIn']
}

/** Asked for the time that comes with its answer. */
const ANY_REQUEST = { product: 'programmable-wireless', path: '/v1/RatePlans' } as const

/** Who may see the sandbox's accounts, where people sign in. */
const VIEWERS = { groups: ['fleet'], domains: ['example.com'] }

/** So short that no test waits for a host that was left alone. */
const REST_MILLISECONDS = 200
const PATIENCE_MILLISECONDS = 2_500

/** Bytes that tests may keep for good. */
const ROOM_BYTES = 100_000_000

/**
 * Starts a stack.
 *
 * @param settings of the sandbox that differ from the default; a small fleet of Super SIMs is one
 */
export async function startStack(
  settings: Partial<SandboxConfig> = {},
  {
    app,
    timeout = 30_000,
    patience = PATIENCE_MILLISECONDS,
    folder,
    accounts: shown = ['main'],
    signIn,
  }: StackOptions = {},
): Promise<Stack> {
  const clock = fixedClock(STACK_NOW)
  const sandbox = createSandbox({ ...DEFAULT_CONFIG, superSims: 200, ...settings }, clock)
  const asked: string[] = []
  const upstreamServer = await listen((request) => {
    const { pathname, search } = new URL(request.url)
    if (!pathname.includes('/auth/')) asked.push(pathname + search)
    return sandbox.fetch(request)
  })
  const addresses = sandboxAddresses(upstreamServer.url)
  const storeFolder = folder ?? (await copyEmptyStore())
  const store = openStore(embedPostgres(storeFolder))
  const watch = createWatch('sandbox')
  const accounts = sandboxAccounts(VIEWERS)
    .filter(({ id }) => shown.includes(id))
    .map((account) => {
      const config = { ...addresses, ...account }
      const settled = folder
        ? createSettledAnswers(store, accountOf(config), ROOM_BYTES)
        : undefined
      const upstream = createUpstream(config, {
        name: account.id,
        timeout,
        rest: REST_MILLISECONDS,
        patience,
        durable: settled,
        watch,
      })
      return { ...account, upstream, settled }
    })
  const forget = () => {
    for (const { upstream } of accounts) upstream.forget()
  }
  let gateway: ReturnType<typeof createGateway> | undefined
  const gatewayServer = await listen((request) => gateway?.fetch(request) ?? Response.error())
  gateway = createGateway({
    accounts,
    watch,
    store,
    source: 'sandbox',
    allowedHosts: ['localhost', '127.0.0.1'],
    signIn: signIn?.(gatewayServer.url, { store, watch, knownGroups: VIEWERS.groups }),
    ...(app ? { app } : {}),
  })
  return {
    gatewayUrl: gatewayServer.url,
    sandboxUrl: upstreamServer.url,
    sandbox,
    moveClock: async (moment) => {
      clock.set(moment)
      forget()
      // A jump is believed once three answers tell it.
      for (let answers = 0; answers < 3; answers++) {
        await Promise.all(accounts.map(({ upstream }) => upstream.get(ANY_REQUEST, '')))
        forget()
      }
      asked.length = 0
    },
    asked,
    forget,
    close: async () => {
      await gatewayServer.close()
      await upstreamServer.close()
      await store.close()
      if (!folder) await rm(storeFolder, { recursive: true, force: true })
    },
  }
}

/** A server on a free loopback port. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ url: string; close(): Promise<void> }> {
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
        resolve({ server, port }),
      )
    },
  )
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
