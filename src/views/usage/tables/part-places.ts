import { isLinkAccount } from '#queries/gateway/about.ts'
import { PATHS } from '#url/paths.ts'
import { simSearch, type UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf, productOfSid } from '#usage/kore/products.ts'
import { memberOfPart } from '#usage/question/member.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { OTHERS } from '#usage/question/usage-record.ts'
import { useChosenAccounts } from '../../common/use-chosen-accounts.ts'
import { simsAddress } from '../sims-address.ts'

/** Where the parts of a view lead to, with its range and its filters; undefined for one that leads nowhere. */
export type PartPlaces = (key: string) => string | undefined

/** @param readOnly whether the reader can open nothing else */
export function usePartPlaces(
  query: UsageQuery,
  state: Search<UsageSearch>,
  readOnly: boolean,
): PartPlaces {
  const { known } = useChosenAccounts()
  if (readOnly) return () => undefined
  return (key) => {
    const { account, key: member } = memberOfPart(query.accounts, key)
    if (key === OTHERS) return state.queryOf({ table: 'parts' })
    if (productOfSid(member)) {
      return isLinkAccount(account)
        ? undefined
        : simAddress(state.search, member, known.length > 1 ? account : '')
    }
    return memberQuery(query, state, member)
  }
}

/** The page of a SIM, over the same range. */
export function simAddress(search: UsageSearch, sid: string, account: string): string | undefined {
  const product = productOfSid(sid)
  if (!product) return undefined
  const whole = { group: 'none', fleet: '', network: '', country: '', sim: '', with: '' } as const
  const parameters = simSearch[product].serialize({ ...search, ...whole, account })
  return `${PATHS.sim(sid)}?${parameters}`
}

/** The same view of one member alone, told apart by what is asked next. */
function memberQuery(
  { group }: UsageQuery,
  { search, queryOf }: Search<UsageSearch>,
  member: string,
): string | undefined {
  const next = search.sim ? 'country' : 'sim'
  if (group === 'network' && member.startsWith('HW'))
    return queryOf({ network: member, group: next })
  if (group === 'fleet' && member.startsWith('HF')) return queryOf({ fleet: member, group: next })
  if (group === 'country') return networksOf(queryOf, member)
  if (group === 'account') {
    const groups = factsOf(search.product).groups
    return queryOf({ account: member, group: groups.includes('country') ? 'country' : 'none' })
  }
  return undefined
}

/**
 * Where a country leads to: its networks, or the SIMs that were there where the product's usage is not told by network;
 * nowhere for one SIM of those, and for no country.
 *
 * @param readOnly whether the reader can open nothing else
 */
export function countryPlaces(
  { search, queryOf }: Search<UsageSearch>,
  readOnly: boolean,
): PartPlaces {
  if (readOnly) return () => undefined
  if (factsOf(search.product).groups.includes('network')) {
    return (country) => networksOf(queryOf, country)
  }
  return (country) =>
    search.sim || !COUNTRY.test(country) ? undefined : simsAddress(search, { country })
}

function networksOf(queryOf: Search<UsageSearch>['queryOf'], country: string): string | undefined {
  return COUNTRY.test(country) ? queryOf({ country, group: 'network' }) : undefined
}

/** ISO 3166 alpha-2. */
const COUNTRY = /^[A-Z]{2}$/
