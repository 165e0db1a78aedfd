import { useAbout } from '#queries/gateway/about.ts'
import { lastingAccountWord, namesAccounts } from '#url/account-key.ts'
import { useAccount } from '#url/use-account.ts'
import { idsOf, useChosenAccounts } from './use-chosen-accounts.ts'

/**
 * The account by which what is saved, copied or linked shows the same to everybody; empty where
 * there is one account only.
 *
 * @param own the account of the one thing that is shown, where it is of one
 */
export function useLastingAccount(own?: string): string {
  const { known, chosen } = useChosenAccounts()
  const [word] = useAccount()
  const signedIn = useAbout().data?.person !== undefined
  if (!namesAccounts(idsOf(known), signedIn)) return word
  return own ?? lastingAccountWord(idsOf(chosen), word, signedIn)
}
