import type { Account } from '#gateway/http/account.ts'
import type { Upstream } from '#gateway/kore/forward.ts'

/** An account that is open to nobody who would have to sign in. */
export function mainAccount(upstream: Upstream): Account {
  return { id: 'main', name: 'Main', viewers: { groups: [], domains: [] }, upstream }
}
