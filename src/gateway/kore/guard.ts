import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  wrap,
} from 'cockatiel'
import { forEachProduct, type Product } from '#usage/kore/products.ts'
import { type Answer, gatewayAnswer } from './answer.ts'

const AT_ONCE = 16
const WAITING = 400
const FAILURES_IN_A_ROW = 8
const REST_MILLISECONDS = 10_000

/** How a host is guarded; the defaults are for KORE. */
interface GuardOptions {
  /** How many requests are under way at once, and how many may wait for their turn. */
  readonly atOnce?: number
  readonly waiting?: number
  /** For how long a host that keeps failing is left alone, in milliseconds. */
  readonly rest?: number
}

/** Sends a request, or answers in the host's place. */
export type Guard = (ask: () => Promise<Answer>) => Promise<Answer>

/**
 * Guards a host and the gateway from each other: only so many requests are under way and wait; and
 * where the host has failed many times in a row it is left alone for a while, then asked once before
 * everybody asks again.
 */
export function createGuard({
  atOnce = AT_ONCE,
  waiting = WAITING,
  rest = REST_MILLISECONDS,
}: GuardOptions = {}): Guard {
  const breaker = circuitBreaker(handleWhenResult(isFailure), {
    halfOpenAfter: rest,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  })
  const policy = wrap(breaker, bulkhead(atOnce, waiting))
  const seconds = String(Math.ceil(rest / 1000))
  return async (ask) => {
    try {
      return await policy.execute(ask)
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        const message = `KORE has failed ${FAILURES_IN_A_ROW} times in a row and is left alone for ${seconds} seconds.`
        return { ...gatewayAnswer(503, message), retryAfter: seconds }
      }
      if (error instanceof BulkheadRejectedError) {
        const message = 'Too many requests are waiting for KORE already.'
        return { ...gatewayAnswer(503, message), retryAfter: seconds }
      }
      throw error
    }
  }
}

/** A guard for the host of each API; all accounts share them. */
export type Guards = Readonly<Record<Product, Guard>>

export function createGuards(options?: GuardOptions): Guards {
  return forEachProduct(() => createGuard(options))
}

/** Whether the host itself has failed. A refusal, or a plea for patience, is none. */
function isFailure(answer: unknown): boolean {
  const status =
    typeof answer === 'object' && answer !== null && 'status' in answer ? answer.status : undefined
  return typeof status === 'number' && status >= 500
}
