import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What the upstream answered, or what the gateway has to say in its place. */
export interface Answer {
  readonly status: number
  /** JSON. */
  readonly body: string
  readonly retryAfter?: string
}

/** An answer of the gateway's own, in the upstream's error form (contract §5). */
export function gatewayAnswer(status: number, message: string): Answer {
  return { status, body: JSON.stringify({ status, message }) }
}

/** Answers a browser that it gets nothing, and why. */
export function refuse(context: Context, status: ContentfulStatusCode, message: string): Response {
  return context.body(gatewayAnswer(status, message).body, status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  })
}
