import { type Account, useAbout } from '#queries/gateway/about.ts'
import { chooseAccounts } from '#url/account-key.ts'
import { useAccount } from '#url/use-account.ts'

/** The accounts of a reader, and those that the address names. */
interface ChosenAccounts {
  /** All that the reader may see. */
  readonly known: readonly Account[]
  /** None where the address names one that the reader may not see, or that is not there. */
  readonly chosen: readonly Account[]
}

/** Which accounts a view is about. */
export function useChosenAccounts(): ChosenAccounts {
  const { data } = useAbout()
  const [word] = useAccount()
  const known = data?.accounts ?? []
  const ids = chooseAccounts(idsOf(known), word)
  return { known, chosen: known.filter(({ id }) => ids.includes(id)) }
}

/** Their ids; several have their usage added up. */
export function idsOf(accounts: readonly Account[]): readonly string[] {
  return accounts.map(({ id }) => id)
}
