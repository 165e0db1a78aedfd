import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { sandboxUpstream } from '#gateway/config.ts'
import { accountOf, createUpstream } from '#gateway/forward.ts'
import { createGateway, type GatewayParts } from '#gateway/handler.ts'
import { embedPostgres } from '#gateway/store/embedded-postgres.ts'
import { openStore } from '#gateway/store/open-store.ts'
import { createSavedViews } from '#gateway/store/saved-views.ts'
import { createSettledAnswers } from '#gateway/store/settled-answers.ts'
import { createWatch } from '#gateway/watch.ts'
import { fixedClock } from '#sandbox/clock.ts'
import { DEFAULT_CONFIG, type SandboxConfig } from '#sandbox/config.ts'
import { createSandbox, type Sandbox } from '#sandbox/handler.ts'
import { copyEmptyStore } from './empty-store.ts'

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
  /** Folder of a store that outlives the stack, and settled usage with it. */
  readonly folder?: string
}

/** So short that no test waits for a host that was left alone. */
const REST_MILLISECONDS = 200

/** Bytes that tests may keep for good. */
const ROOM_BYTES = 100_000_000

/**
 * Starts a stack.
 *
 * @param settings of the sandbox that differ from the default; a small fleet of Super SIMs is one
 */
export async function startStack(
  settings: Partial<SandboxConfig> = {},
  { app, timeout = 30_000, folder }: StackOptions = {},
): Promise<Stack> {
  const clock = fixedClock(STACK_NOW)
  const sandbox = createSandbox({ ...DEFAULT_CONFIG, superSims: 200, ...settings }, clock)
  const asked: string[] = []
  const upstreamServer = await listen((request) => {
    const { pathname, search } = new URL(request.url)
    if (!pathname.includes('/auth/')) asked.push(pathname + search)
    return sandbox.fetch(request)
  })
  const config = sandboxUpstream(upstreamServer.url)
  const storeFolder = folder ?? (await copyEmptyStore())
  const store = openStore(embedPostgres(storeFolder))
  const settled = folder ? createSettledAnswers(store, accountOf(config), ROOM_BYTES) : undefined
  const watch = createWatch('sandbox')
  const upstream = createUpstream(config, {
    timeout,
    durable: settled,
    guard: { rest: REST_MILLISECONDS },
    watch,
  })
  const gateway = createGateway({
    upstream,
    views: createSavedViews(store),
    settled,
    watch,
    storeReady: store.ready,
    source: 'sandbox',
    allowedHosts: ['127.0.0.1', 'localhost'],
    ...(app ? { app } : {}),
  })
  const gatewayServer = await listen((request) => gateway.fetch(request))
  return {
    gatewayUrl: gatewayServer.url,
    sandboxUrl: upstreamServer.url,
    sandbox,
    moveClock: async (moment) => {
      clock.set(moment)
      upstream.forget()
      await fetch(`${gatewayServer.url}/api/programmable-wireless/v1/RatePlans`)
      upstream.forget()
      asked.length = 0
    },
    asked,
    forget: upstream.forget,
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
