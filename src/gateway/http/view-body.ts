import type { Context } from 'hono'
import * as z from 'zod/mini'
import { SAVED_VIEW_LIMITS } from '#contract/gateway-paths.ts'
import { ACCOUNT_KEY, ALL_ACCOUNTS } from '#url/account-key.ts'
import type { Reader } from './reader.ts'

/** Bytes that a view may take. */
export const LARGEST_BODY = 16 * 1024

/** A text of a view. Postgres has no NUL in one. */
export const viewText = (field: keyof typeof SAVED_VIEW_LIMITS) =>
  z.string().check(z.trim(), z.maxLength(SAVED_VIEW_LIMITS[field]), z.regex(/^[^\0]*$/))

/** Only what the dashboard itself shows: a view never leads elsewhere. */
export const viewPath = viewText('path').check(z.regex(/^\/(account|sims(\/[\w.-]{1,64})?)$/))

export const viewSearch = viewText('search').check(z.regex(/^[^?#\s]*$/))

export type Read<T> =
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
  if (word === ALL_ACCOUNTS) return ids
  const id = word || ids[0]
  return id !== undefined && ids.includes(id) ? [id] : undefined
}
