import type { Context } from 'hono'
import type { Logger } from 'pino'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { refuse } from '../kore/answer.ts'
import { describeStoreFailure, isRefusedByStore, isStoreFailure } from '../store/store-failure.ts'

/** What is not there where the store is out of reach, by what begins the path. */
const STORED: readonly (readonly [string, string])[] = [
  [GATEWAY_PATHS.views, 'saved views cannot be reached. Nothing was changed.'],
  [GATEWAY_PATHS.links, 'links cannot be reached. Nothing was changed.'],
  [GATEWAY_PATHS.accounts, 'kept usage and links cannot be reached.'],
]

/**
 * Answers a request that has failed: what the store takes from nobody, the store out of reach with its
 * cause, the sign-in provider, or a fault of the gateway's own. The log names the cause of each.
 *
 * @param signsIn whether there is a provider that may be out of reach
 */
export function answerFailure(
  error: unknown,
  context: Context,
  log: Logger,
  signsIn: boolean,
): Response {
  const { method, path } = context.req
  if (isRefusedByStore(error)) return refuse(context, 400, 'This cannot be kept: it is no text.')
  const cause = describeStoreFailure(error)
  const id: unknown = context.get('requestId')
  log.error({ id, method, route: path.split('/').slice(0, 3).join('/'), cause }, 'request failed')
  const isApi = path.startsWith('/api/')
  if (isStoreFailure(error)) {
    const [, what = 'the gateway cannot be reached.'] =
      STORED.find(([start]) => path.startsWith(start)) ?? []
    return refuse(context, 503, `The store of ${what} ${cause}`)
  }
  if (!signsIn) return refuse(context, 500, 'The gateway has a fault. Its log names it.')
  if (isApi) return refuse(context, 503, 'The sign-in provider is out of reach.')
  return context.text('The sign-in provider cannot be reached. Try again in a while.', 503)
}
