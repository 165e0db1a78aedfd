import { createMiddleware } from 'hono/factory'
import { refusal } from './refusals.ts'
import { type RetryAfterForm, retryAfter } from './retry-after.ts'

/** What can go wrong upstream; `expired-token` revokes the token in the middle of paging. */
export const FAULTS = ['none', '429', '500', '503', 'slow', 'cut', 'html', 'expired-token'] as const

export type Fault = (typeof FAULTS)[number]

const SLOW_MILLISECONDS = 15_000
const WAIT_MILLISECONDS = 1000

/**
 * Lets every resource fail in the chosen way. `expired-token` is the token's matter (auth.ts).
 *
 * @param current read at each request, so that a running sandbox can change its mind
 * @param form how a 429 tells the time to wait
 */
export function injectFaults(current: () => Fault, form: RetryAfterForm) {
  return createMiddleware(async (context, next) => {
    switch (current()) {
      case '429':
        context.header('Retry-After', retryAfter(WAIT_MILLISECONDS, form))
        return refusal(context, 'tooManyRequests')
      case '500':
        return refusal(context, 'serverError')
      case '503':
        return refusal(context, 'overloaded')
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, SLOW_MILLISECONDS))
        return next()
      case 'html':
        return context.html('<!doctype html><title>Bad gateway</title><h1>502</h1>', 200)
      case 'cut': {
        await next()
        const body = await context.res.text()
        context.res = new Response(body.slice(0, body.length / 2), context.res)
        return
      }
      default:
        return next()
    }
  })
}
