import * as z from 'zod/mini'
import { type AboutAnswer, GATEWAY_PATHS } from './gateway-paths.ts'
import { getJson } from './get-json.ts'
import { moment } from './wire-values.ts'

/** What the gateway says of itself. */
export interface About {
  readonly source: AboutAnswer['source']
  /** Tells accounts apart without naming them. */
  readonly account: string
  /** How far the upstream's clock is ahead of this one, in milliseconds. */
  readonly clockAhead: number
}

const wireAbout = z.object({
  source: z.enum(['account', 'sandbox']),
  account: z.string(),
  now: moment,
})

/** @param clock this machine's, in milliseconds @throws UpstreamFailure */
export async function fetchAbout(
  signal: AbortSignal,
  clock: () => number = Date.now,
): Promise<About> {
  const { source, account, now } = await getJson(GATEWAY_PATHS.about, wireAbout, signal)
  return { source, account, clockAhead: now.getTime() - clock() }
}
