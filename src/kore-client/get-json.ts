import * as z from 'zod/mini'
import '#contract/no-eval.ts'
import { PACE_HEADER, WHOLE_PRODUCT_FIELD } from '#contract/gateway-paths.ts'
import { retryAfterSeconds } from '#contract/retry-after.ts'
import { notePace } from './pace.ts'
import { type UpstreamError, UpstreamFailure } from './upstream-error.ts'

const errorBody = z.object({
  message: z.optional(z.string()),
  code: z.optional(z.number()),
  [WHOLE_PRODUCT_FIELD]: z.optional(z.string()),
})

/**
 * Gets JSON from the gateway and checks its shape.
 *
 * @param url a path on our own origin, with its query
 * @param schema what the answer must be; unknown keys are allowed
 * @throws UpstreamFailure; or the signal's reason where it was aborted
 */
export async function getJson<T>(
  url: string,
  schema: z.ZodMiniType<T>,
  signal: AbortSignal,
): Promise<T> {
  return (await getAgedJson(url, schema, signal)).value
}

/** An answer, and for how many milliseconds the gateway had it already. */
export interface Aged<T> {
  readonly value: T
  readonly age: number
}

/** The same as `getJson`, with the answer's age. */
export async function getAgedJson<T>(
  url: string,
  schema: z.ZodMiniType<T>,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Aged<T>> {
  const { response, text } = await requestText(url, { signal, headers })
  const json = parseJson(text)
  if (response.status === 204) throw new UpstreamFailure({ kind: 'notKept' })
  if (!response.ok) throw new UpstreamFailure(errorOf(response, json))
  if (json === undefined) throw unreadable('The answer is not JSON, or breaks off.')
  const seconds = Number(response.headers.get('Age') ?? 0)
  return { value: checkShape(schema, json), age: seconds > 0 ? seconds * 1000 : 0 }
}

/**
 * Checks that a value has a shape.
 *
 * @throws UpstreamFailure that names the first place where it has not
 */
export function checkShape<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const place = issue?.path.join('.') || 'the answer'
  throw unreadable(`Unexpected value at ${place}: ${issue?.message ?? 'invalid'}`)
}

export function unreadable(detail: string): UpstreamFailure {
  return new UpstreamFailure({ kind: 'unreadable', detail })
}

/** Whoever is asked to wait longer is told so. */
const LONGEST_WAIT_SECONDS = 60
/** So often a plea for patience is heard: it comes from the gateway's full queue, or from a proxy. */
const MOST_PLEAS = 20

/**
 * A response and its whole text. Where a question waits for its turn at the gateway (202), or cannot even
 * wait there yet (429), it is asked again after the time that the answer names.
 *
 * @throws UpstreamFailure; or the signal's reason where it was aborted
 */
export async function requestText(url: string, init: RequestInit) {
  for (let pleas = 0; ; ) {
    const answer = await requestOnce(url, init)
    const { status, headers } = answer.response
    if (status === 429) pleas += 1
    const seconds = retryAfterSeconds(headers, Date.now())
    const again =
      seconds !== undefined &&
      seconds <= LONGEST_WAIT_SECONDS &&
      (init.method ?? 'GET') === 'GET' &&
      (status === 202 || (status === 429 && pleas < MOST_PLEAS))
    if (!again) return answer
    await wait(seconds * 1000, init.signal)
  }
}

async function requestOnce(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, init)
    notePace(url, response.headers.get(PACE_HEADER))
    return { response, text: await response.text() }
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new UpstreamFailure({ kind: 'unreachable' })
  }
}

/** @returns undefined for a text that is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What an answer that is not good means. */
export function errorOf({ status, headers }: Response, json: unknown): UpstreamError {
  const body = errorBody.safeParse(json)
  const { message = '', code, [WHOLE_PRODUCT_FIELD]: product } = body.success ? body.data : {}
  const coded = { message, ...(code === undefined ? {} : { code }) }
  if (product !== undefined) return { kind: 'productRefused', message }
  if (status === 401) {
    const signIn = headers.get('WWW-Authenticate') === 'OpenIDConnect'
    return signIn ? { kind: 'signedOut' } : { kind: 'unauthorised', message }
  }
  if (status === 404) return { kind: 'notFound', ...coded }
  if (status === 429) {
    const seconds = retryAfterSeconds(headers, Date.now())
    return seconds === undefined
      ? { kind: 'rateLimited' }
      : { kind: 'rateLimited', retryAfterSeconds: seconds }
  }
  if (status >= 500) return { kind: 'unavailable', status, ...coded }
  return { kind: 'refused', status, ...coded }
}

/** @throws the signal's reason where it is aborted meanwhile */
function wait(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const callOff = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', callOff)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', callOff, { once: true })
  })
}
