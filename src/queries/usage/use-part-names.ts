import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Sim } from '#kore-client/sim.ts'
import type { Network } from '#kore-client/super-sim/resources.ts'
import { memberOfPart } from '#usage/question/member.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { PartNames } from '#usage/series/shown-usage.ts'
import { formatCountry } from '#usage/words/country.ts'
import { formatPart } from '#usage/words/part-names.ts'
import { isLinkAccount, useAbout } from '../gateway/about.ts'
import { networksQuery, plansQuery, simQuery } from '../sims/sims.ts'

/**
 * The names of a group's members; a member whose name is not there yet goes by its key.
 *
 * @param parts those that are shown
 */
export function usePartNames(
  { accounts, group, product }: UsageQuery,
  parts: readonly string[],
): PartNames {
  const { data: about } = useAbout()
  const shown = parts.map((part) => memberOfPart(accounts, part))
  // A link opens no SIM, so that its reader sees their SIDs.
  const sids =
    group === 'sim'
      ? shown.filter(({ account, key }) => /^(HS|DE)/.test(key) && !isLinkAccount(account))
      : []
  const named = group === 'fleet' ? accounts : []
  const sims = useQueries({
    queries: sids.map(({ account, key }) => simQuery(account, product, key)),
    combine: dataOf,
  })
  const fleets = useQueries({
    queries: named.map((account) => plansQuery(account, 'super-sim')),
    combine: dataOf,
  })
  const { data: networks } = useQuery({
    ...networksQuery(accounts[0] ?? ''),
    enabled: group === 'network',
  })
  return useMemo(
    () => namesFrom({ accounts, group, about: about?.accounts ?? [], sims, fleets, networks }),
    [accounts, group, about, sims, fleets, networks],
  )
}

function dataOf<T>(results: readonly UseQueryResult<T>[]): (T | undefined)[] {
  return results.map(({ data }) => data)
}

/** What the names of parts are made of, as far as it is there. */
interface NameSources {
  readonly accounts: readonly string[]
  readonly group: UsageQuery['group']
  readonly about: readonly { readonly id: string; readonly name: string }[]
  readonly sims: readonly (Sim | undefined)[]
  readonly fleets: readonly (
    | readonly { readonly sid: string; readonly name: string }[]
    | undefined
  )[]
  readonly networks: readonly Network[] | undefined
}

function namesFrom({ accounts, group, about, sims, fleets, networks }: NameSources): PartNames {
  return (part) => {
    const { key } = memberOfPart(accounts, part)
    switch (group) {
      case 'account':
        return about.find(({ id }) => id === key)?.name ?? formatPart(key)
      case 'country':
        return key === 'others' ? formatPart(key) : formatCountry(key)
      case 'fleet': {
        const fleet = fleets.flatMap((plans) => plans ?? []).find(({ sid }) => sid === key)
        return fleet?.name ?? formatPart(key)
      }
      case 'sim':
        return sims.find((sim) => sim?.sid === key)?.name ?? formatPart(key)
      case 'network': {
        const network = networks?.find(({ sid }) => sid === key)
        return network ? `${network.name}, ${formatCountry(network.country)}` : formatPart(key)
      }
      default:
        return formatPart(key)
    }
  }
}
