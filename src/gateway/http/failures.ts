import type { Context } from 'hono'
import type { Logger } from 'pino'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { SIGN_IN_FAULTS } from '#usage/words/sign-in-faults.ts'
import { innermostMessage } from '../config/failure-cause.ts'
import { refuse } from '../kore/answer.ts'
import { SignInFailure } from '../sign-in/sign-in-failure.ts'
import { describeStoreFailure, isRefusedByStore, isStoreFailure } from '../store/store-failure.ts'

/** What is not there where the store is out of reach, by what begins the path. */
const STORED: readonly (readonly [string, string])[] = [
  [GATEWAY_PATHS.views, 'saved views cannot be reached. Nothing was changed.'],
  [GATEWAY_PATHS.links, 'links cannot be reached. Nothing was changed.'],
  [GATEWAY_PATHS.accounts, 'kept usage and links cannot be reached.'],
]

/** How a failure is answered, and what the log has of it beside the request. */
interface Told {
  readonly status: 500 | 503
  readonly message: string
  readonly logged: Readonly<Record<string, unknown>>
}

/**
 * Answers a request that has failed: what the store takes from nobody, the store out of reach with its
 * cause, a sign-in that cannot be told from none, or a fault of the gateway's own. The log names the cause
 * of each.
 */
export function answerFailure(error: unknown, context: Context, log: Logger): Response {
  const { method, path } = context.req
  if (isRefusedByStore(error)) return refuse(context, 400, 'This cannot be kept: it is no text.')
  const { status, message, logged } = tell(error, path)
  const id: unknown = context.get('requestId')
  const route = path.split('/').slice(0, 3).join('/')
  log.error({ id, method, route, ...logged }, 'request failed')
  return path.startsWith('/api/') ? refuse(context, status, message) : context.text(message, status)
}

function tell(error: unknown, path: string): Told {
  if (isStoreFailure(error)) {
    const [, what = 'the gateway cannot be reached.'] =
      STORED.find(([start]) => path.startsWith(start)) ?? []
    const cause = describeStoreFailure(error)
    return { status: 503, message: `The store of ${what} ${cause}`, logged: { cause } }
  }
  if (error instanceof SignInFailure) {
    const { fault, message: cause, detail } = error
    return { status: 503, message: SIGN_IN_FAULTS[fault], logged: { fault, cause, detail } }
  }
  return {
    status: 500,
    message: 'The gateway has a fault. Its log names it.',
    logged: {
      cause: innermostMessage(error),
      stack: error instanceof Error ? error.stack : undefined,
    },
  }
}
