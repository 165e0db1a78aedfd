import { useSearchParams } from 'react-router'
import { ACCOUNT_KEY } from './account-key.ts'
import { readKey, writeKey } from './search-key.ts'

/** What only one account has: it means nothing in another. */
const OF_ONE_ACCOUNT = ['fleet', 'sim', 'find', 'plan']

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
