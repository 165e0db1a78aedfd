import { type AboutAnswer, type AccountAnswer, aboutAnswer } from '#contract/about.ts'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { getJson } from '#kore-client/get-json.ts'

/** What the gateway says of itself to this reader. */
export interface About extends Omit<AboutAnswer, 'now'> {
  /** How far the upstream's clock is ahead of this one, in milliseconds. */
  readonly clockAhead: number
}

/** An account that the reader may see. */
export type Account = AccountAnswer

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
    aboutAnswer,
    signal,
  )
  return { ...about, clockAhead: Date.parse(now) - clock() }
}
