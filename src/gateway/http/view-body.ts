import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { ACCOUNT_KEY, ALL_ACCOUNTS } from '#url/account-key.ts'
import type { Reader } from './reader.ts'

/** Bytes that a view may take. */
export const LARGEST_BODY = 16 * 1024

type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'wrong'; readonly message: string }

/** The JSON of a request, checked. */
export async function readBody<T>(context: Context, schema: z.ZodMiniType<T>): Promise<Read<T>> {
  const json: unknown = await context.req.json().catch(() => undefined)
  const result = schema.safeParse(json)
  if (result.success) return { kind: 'read', value: result.data }
  const issue = result.error.issues[0]
  const place = issue?.path.join('.') || 'The body'
  return { kind: 'wrong', message: `${place}: ${issue?.message ?? 'not understood'}` }
}

/**
 * Ids of the accounts that a view shows to whoever saves it.
 *
 * @param search the query of its address
 * @returns undefined where one of them is not theirs to see
 */
export function accountsOfView(search: string, { accounts }: Reader): string[] | undefined {
  const word = new URLSearchParams(search).get(ACCOUNT_KEY.name) ?? ''
  const ids = accounts.map(({ id }) => id)
  // All of no accounts would be seen by everybody.
  if (word === ALL_ACCOUNTS) return ids.length > 0 ? ids : undefined
  const id = word || ids[0]
  return id !== undefined && ids.includes(id) ? [id] : undefined
}
