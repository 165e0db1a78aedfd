import { Hono } from 'hono'
import { createTokens, requireToken, tokenEndpoint } from './auth.ts'
import { type Clock, fixedClock, realClock } from './clock.ts'
import type { SandboxConfig } from './config.ts'
import { type Fault, injectFaults } from './faults.ts'
import { programmableWireless } from './programmable-wireless/resources.ts'
import { refusal } from './refusals.ts'
import { superSim } from './super-sim/resources.ts'
import { createSuperSimWorld } from './super-sim/super-sim-world.ts'
import { createWorld } from './world.ts'

/** A sandbox that answers requests; its clock and its fault can be changed while it runs. */
export interface Sandbox {
  fetch(request: Request): Response | Promise<Response>
  readonly clock: Clock
  setFault(fault: Fault): void
  /** Makes the large sums beforehand, so that the first answers are as quick as the later ones. */
  warmUp(): void
}

/** Makes a sandbox: the token endpoint and the APIs, over a world made from the seed. */
export function createSandbox(config: SandboxConfig, clock = clockOf(config)): Sandbox {
  const world = createWorld(config.seed, config.sims)
  const superSimWorld = createSuperSimWorld(config.seed, config.superSims)
  const superSimApi = superSim(superSimWorld, clock, config.privateBeta)
  const tokens = createTokens()
  let fault = config.fault
  const app = new Hono()
  app.use(async (context, next) => {
    if (config.latency > 0) await new Promise((resolve) => setTimeout(resolve, config.latency))
    await next()
    // Clients read the upstream's time from here, so it must be the time that lateness counts from.
    context.header('Date', clock.now().toUTCString())
  })
  app.route('/api-services/v1', tokenEndpoint(tokens))
  app.use(requireToken(tokens, () => fault === 'expired-token'))
  app.use(injectFaults(() => fault))
  app.route('/programmable-wireless/v1', programmableWireless(world, clock))
  app.route('/super-sim/v1', superSimApi.routes)
  app.notFound((context) => refusal(context, 'notFound'))
  return {
    fetch: (request) => app.fetch(request),
    clock,
    warmUp: superSimApi.warmUp,
    setFault: (next) => {
      fault = next
    },
  }
}

function clockOf({ now }: SandboxConfig): Clock {
  return now ? fixedClock(now) : realClock()
}
