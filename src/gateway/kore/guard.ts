import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel'
import { type Answer, gatewayAnswer } from './answer.ts'

const FAILURES_IN_A_ROW = 8
const REST_MILLISECONDS = 10_000

/** Sends a request, or answers in the API's place. */
type Guard = (ask: () => Promise<Answer>) => Promise<Answer>

/**
 * Guards one API from one account: where it has been ill many times in a row it is left alone for a
 * while, then asked once before everybody asks again. What is wrong with a question or with the account
 * is no illness, and what ails one account's requests says nothing of another's.
 *
 * @param rest for how long it is left alone, in milliseconds
 */
export function createGuard(rest = REST_MILLISECONDS): Guard {
  const policy = circuitBreaker(handleWhenResult(isIll), {
    halfOpenAfter: rest,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  })
  const seconds = Math.ceil(rest / 1000)
  return async (ask) => {
    try {
      return await policy.execute(ask)
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error
      const message = `KORE has failed ${FAILURES_IN_A_ROW} times in a row and is left alone for ${seconds} seconds.`
      return { ...gatewayAnswer(503, message), retryAfter: seconds, unasked: true }
    }
  }
}

function isIll(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ill' in answer && answer.ill === true
}
