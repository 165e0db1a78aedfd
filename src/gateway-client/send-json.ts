import * as z from 'zod/mini'
import { checkShape, errorOf, parseJson, requestText } from '#kore-client/get-json.ts'
import { UpstreamFailure } from '#kore-client/upstream-error.ts'

/** What came of something that was sent to the gateway to be kept. */
export type Sent<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** It was changed by somebody else since; this is the newest. */
  | { readonly kind: 'conflict'; readonly value: T }
  | { readonly kind: 'gone' }

/**
 * Sends JSON to the gateway and checks the answer's shape.
 *
 * @param url a path on our own origin
 * @param version of the thing that is changed, as it was seen
 * @throws UpstreamFailure
 */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  body: object,
  schema: z.ZodMiniType<T>,
  version?: number,
): Promise<Sent<T>> {
  const { response, text } = await requestText(url, {
    method,
    body: JSON.stringify(body),
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
  })
  const json = parseJson(text)
  if (response.ok) return { kind: 'done', value: checkShape(schema, json) }
  if (response.status === 404) return { kind: 'gone' }
  const newest = response.status === 409 ? z.safeParse(schema, json) : undefined
  if (newest?.success) return { kind: 'conflict', value: newest.data }
  throw new UpstreamFailure(errorOf(response, json))
}
