import { paceOf } from '#kore-client/pace.ts'
import type { Product } from '#usage/kore/products.ts'

/**
 * At what pace KORE is asked for several accounts at once: that of the slowest of them, for each.
 *
 * @returns requests a second of all together; undefined where no limit is known
 */
export function paceOfAccounts(accounts: readonly string[], product: Product): number | undefined {
  const paces = accounts.flatMap((account) => paceOf(account, product) ?? [])
  // An account without a limit holds nobody up.
  return paces.length > 0 ? Math.min(...paces) * accounts.length : undefined
}
