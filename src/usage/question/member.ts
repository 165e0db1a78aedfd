import type { UsageQuery } from './usage-query.ts'
import { OTHERS, WHOLE } from './usage-record.ts'

/** A member of a group: a SIM, a fleet, a network, a country, an account. */
interface Member {
  /** The account that it is of. */
  readonly account: string
  /** What the API calls it. */
  readonly key: string
}

/** Between account and key; no id of an account and no SID holds one. */
const SEPARATOR = '/'

/** The part that a member's usage is counted in; fleets and SIMs of several accounts are told apart. */
export function partOfMember({ accounts, group }: UsageQuery, { account, key }: Member): string {
  const shared = key === WHOLE || key === OTHERS
  if (group === 'account') return account
  const own = group === 'fleet' || group === 'sim'
  return accounts.length > 1 && own && !shared ? account + SEPARATOR + key : key
}

/** The member that a part stands for. */
export function memberOfPart(accounts: readonly string[], part: string): Member {
  const at = part.indexOf(SEPARATOR)
  if (at === -1) return { account: accounts[0] ?? '', key: part }
  return { account: part.slice(0, at), key: part.slice(at + 1) }
}
