import type { Account } from '#gateway/account.ts'
import type { Upstream } from '#gateway/forward.ts'

/** An account that is open to nobody who would have to sign in. */
export function mainAccount(upstream: Upstream): Account {
  return { id: 'main', name: 'Main', viewers: { groups: [], domains: [] }, upstream }
}
