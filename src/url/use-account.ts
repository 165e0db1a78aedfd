import { useSearchParams } from 'react-router'
import { ACCOUNT_KEY } from './account-key.ts'
import { readKey, writeKey } from './search-key.ts'
import { simsSearch } from './sims-search.ts'
import { accountSearch, simSearch } from './usage-search.ts'

/** Names of the keys, of any page, whose value means nothing in another account. */
const OF_ONE_ACCOUNT = [accountSearch['super-sim'], simSearch['super-sim'], simsSearch]
  .flatMap(({ keys }) => keys)
  .filter(({ ofOneAccount }) => ofOneAccount)
  .map(({ name }) => name)

/** The account that the address names, and the way to name another; empty for the reader's first. */
export function useAccount(): readonly [string, (account: string) => void] {
  const [parameters, setParameters] = useSearchParams()
  const choose = (account: string) =>
    setParameters((before) => {
      const kept = [...before].filter(([name]) => !OF_ONE_ACCOUNT.includes(name))
      const next = new URLSearchParams(kept)
      next.delete(ACCOUNT_KEY.name)
      writeKey(next, ACCOUNT_KEY, account)
      return next
    })
  return [readKey(parameters, ACCOUNT_KEY), choose]
}
