import { createMiddleware } from 'hono/factory'
import { productOf } from './accounts.ts'
import type { Authorized } from './auth.ts'
import { refusal } from './refusals.ts'
import { type RetryAfterForm, retryAfter } from './retry-after.ts'

const WINDOW_MILLISECONDS = 1000

/**
 * Answers an account no more than so many requests in any second at each API. What is refused was not
 * answered and does not count (contract §5, 20429).
 *
 * @param perSecond 0 for no limit
 * @param form how the time to wait is told
 * @param now real time, in milliseconds: requests come in it even where the world's clock stands still
 */
export function limitRate(perSecond: number, form: RetryAfterForm, now: () => number = Date.now) {
  const answered = new Map<string, number[]>()
  return createMiddleware<Authorized>(async (context, next) => {
    if (perSecond === 0) return next()
    const moment = now()
    const key = `${context.get('client')} ${productOf(context.req.path)}`
    const recent = (answered.get(key) ?? []).filter((time) => time > moment - WINDOW_MILLISECONDS)
    answered.set(key, recent)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= perSecond) {
      context.header('Retry-After', retryAfter(oldest + WINDOW_MILLISECONDS - moment, form))
      return refusal(context, 'tooManyRequests')
    }
    recent.push(moment)
    return next()
  })
}
