import { Hono } from 'hono'
import { CLIENTS, type Client, CURRENCIES, PRODUCTS } from './accounts.ts'
import { type Authorized, createTokens, requireToken, tokenEndpoint } from './auth.ts'
import { type Clock, fixedClock, realClock } from './clock.ts'
import type { SandboxConfig } from './config.ts'
import { type Fault, injectFaults } from './faults.ts'
import { programmableWireless } from './programmable-wireless/resources.ts'
import { limitRate } from './rate-limit.ts'
import { refusal } from './refusals.ts'
import { superSim } from './super-sim/resources.ts'
import { createSuperSimWorld } from './super-sim/super-sim-world.ts'
import { accountSidOf, createWorld } from './world.ts'

/** A sandbox that answers requests; its clock and its fault can be changed while it runs. */
export interface Sandbox {
  fetch(request: Request): Response | Promise<Response>
  readonly clock: Clock
  setFault(fault: Fault): void
  /** Makes the large sums beforehand, so that the first answers are as quick as the later ones. */
  warmUp(): void
}

/** Between the seeds of two accounts, so far that nothing made from one is made from another. */
const SEEDS_APART = 1_000_003

/** How much smaller the children's fleets are than their parent's. */
const CHILD_SHARE = 4

/** Makes a sandbox: the token endpoint and the APIs, over worlds made from the seed. */
export function createSandbox(config: SandboxConfig, clock = clockOf(config)): Sandbox {
  const accounts = CLIENTS.map((client) => lazily(() => createAccount(config, client, clock)))
  const accountOf = (client: Client) => accounts[CLIENTS.indexOf(client)]?.()
  const retryAfterForm = { as: config.retryAfter, clock }
  const tokens = createTokens()
  let fault = config.fault
  const app = new Hono<Authorized>()
  app.use(async (context, next) => {
    if (config.latency > 0) await new Promise((resolve) => setTimeout(resolve, config.latency))
    await next()
    // Clients read the upstream's time from here, so it must be the time that lateness counts from.
    context.header('Date', clock.now().toUTCString())
  })
  app.route(
    '/api-services/v1',
    tokenEndpoint(tokens, (client) => ({
      client,
      accountSid: accountSidOf(seedOf(config, client)),
      products: config.products[client] ?? PRODUCTS,
    })),
  )
  const expiresMidPaging = () => fault === 'expired-token'
  app.use(requireToken(tokens, { status: config.tokenRefusal, expiresMidPaging }))
  app.use(limitRate(config.rateLimit, retryAfterForm))
  app.use(injectFaults(() => fault, retryAfterForm))
  app.all('*', (context) => {
    const account = accountOf(context.get('client'))
    return account ? account.routes.fetch(context.req.raw) : refusal(context, 'notFound')
  })
  return {
    fetch: (request) => app.fetch(request),
    clock,
    warmUp: () => accounts[0]?.().warmUp(),
    setFault: (next) => {
      fault = next
    },
  }
}

/** The APIs over the world of one account: the parent's or that of one of its children. */
function createAccount(config: SandboxConfig, client: Client, clock: Clock) {
  const seed = seedOf(config, client)
  const share = client === CLIENTS[0] ? 1 : CHILD_SHARE
  const currency = CURRENCIES[client]
  const world = createWorld(seed, Math.ceil(config.sims / share), currency)
  const superSimWorld = createSuperSimWorld(seed, Math.ceil(config.superSims / share), currency)
  const superSimApi = superSim(superSimWorld, clock, config)
  const routes = new Hono()
    .route('/programmable-wireless/v1', programmableWireless(world, clock, config))
    .route('/super-sim/v1', superSimApi.routes)
    .notFound((context) => refusal(context, 'notFound'))
  return { routes, warmUp: superSimApi.warmUp }
}

function seedOf({ seed }: SandboxConfig, client: Client): number {
  return seed + CLIENTS.indexOf(client) * SEEDS_APART
}

/** Makes a thing when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function clockOf({ now }: SandboxConfig): Clock {
  return now ? fixedClock(now) : realClock()
}
