import type { Context } from 'hono'
import type { Store } from '../store/open-store.ts'
import { describeStoreFailure } from '../store/store-failure.ts'
import type { Account } from './account.ts'

/** Ready while the store works and one account at least can be read; the others are named. */
export async function readiness(
  context: Context,
  accounts: readonly Account[],
  store: Store,
): Promise<Response> {
  const failing = (await Promise.all(accounts.map(readinessOf))).flatMap((reason) => reason ?? [])
  const stored = await store.check().then(
    () => [],
    (error: unknown) => [`The store cannot be used. ${describeStoreFailure(error)}`],
  )
  if (stored.length === 0 && failing.length < accounts.length) {
    return context.json({ status: 'ready', ...(failing.length > 0 ? { failing } : {}) })
  }
  return context.json({ status: 'not ready', reason: [...stored, ...failing].join(' ') }, 503)
}

/** Why an account cannot be read; undefined where it can. */
async function readinessOf({ id, upstream }: Account): Promise<string | undefined> {
  try {
    await upstream.ready()
    return undefined
  } catch (error) {
    return `${id}: ${error instanceof Error ? error.message : 'unknown'}`
  }
}
