import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What the upstream answered, or what the gateway has to say in its place. */
export interface Answer {
  readonly status: number
  /** JSON. */
  readonly body: string
  /** Seconds after which it may be asked again. */
  readonly retryAfter?: number
  /** Whether it tells that the API is ill: a fault of its own, no answer in time, or none at all. */
  readonly ill?: boolean
  /** Whether the API was not asked at all, for want of a token or because it is left alone. */
  readonly unasked?: boolean
}

/** An answer of the gateway's own, in the upstream's error form (contract §5). @param more fields of it */
export function gatewayAnswer(
  status: number,
  message: string,
  more: Readonly<Record<string, string>> = {},
): Answer {
  return { status, body: JSON.stringify({ status, message, ...more }) }
}

/** Answers a browser that it gets nothing, and why. */
export function refuse(context: Context, status: ContentfulStatusCode, message: string): Response {
  return context.body(gatewayAnswer(status, message).body, status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  })
}
