import * as z from 'zod/mini'
import {
  type AboutAnswer,
  type AccountAnswer,
  GATEWAY_PATHS,
  isLinkAccount,
} from '#contract/gateway-paths.ts'
import { getJson } from '#kore-client/get-json.ts'
import { moment } from '#kore-client/wire-values.ts'
import { PRODUCT_KEYS } from '#usage/kore/products.ts'

/** What the gateway says of itself to this reader. */
export interface About extends Omit<AboutAnswer, 'now'> {
  /** How far the upstream's clock is ahead of this one, in milliseconds. */
  readonly clockAhead: number
}

/** An account that the reader may see. */
export type Account = AccountAnswer

export { isLinkAccount }

const wireRefusal = z.object({
  product: z.enum(PRODUCT_KEYS),
  reason: z.enum(['token', 'forbidden', 'scope']),
  message: z.string(),
})

const wireAbout = z.object({
  source: z.enum(['account', 'sandbox']),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      mark: z.string(),
      refused: z.optional(z.array(wireRefusal)),
    }),
  ),
  person: z.optional(z.object({ email: z.string(), name: z.string() })),
  link: z.optional(
    z.object({ name: z.string(), path: z.string(), search: z.string(), expiresAt: z.string() }),
  ),
  now: moment,
})

/**
 * @param link the token of the link whose reader asks
 * @param clock this machine's, in milliseconds
 * @throws UpstreamFailure
 */
export async function fetchAbout(
  signal: AbortSignal,
  link?: string,
  clock: () => number = Date.now,
): Promise<About> {
  const { now, ...about } = await getJson(
    link === undefined
      ? GATEWAY_PATHS.about
      : `${GATEWAY_PATHS.about}?${new URLSearchParams({ link })}`,
    wireAbout,
    signal,
  )
  return { ...about, clockAhead: now.getTime() - clock() }
}
