import { useQueries, useQuery } from '@tanstack/react-query'
import { formatCountry } from '#usage/country.ts'
import { formatPart, type PartNames } from '#usage/part-names.ts'
import type { Group } from '#usage/usage-query.ts'
import { networksQuery, plansQuery, simQuery } from './sims.ts'

/**
 * The names of a group's members; a member whose name is not there yet goes by its key.
 *
 * @param keys of the members that are shown
 */
export function usePartNames(group: Group | undefined, keys: readonly string[]): PartNames {
  const fleets = useQuery({ ...plansQuery('super-sim'), enabled: group === 'fleet' })
  const networks = useQuery({ ...networksQuery, enabled: group === 'network' })
  const sids = group === 'sim' ? keys.filter((key) => key.startsWith('HS')) : []
  const sims = useQueries({ queries: sids.map((sid) => simQuery('super-sim', sid)) })
  return (key) => {
    switch (group) {
      case 'country':
        return key === 'others' ? formatPart(key) : formatCountry(key)
      case 'fleet':
        return fleets.data?.find(({ sid }) => sid === key)?.name ?? formatPart(key)
      case 'sim':
        return sims.find(({ data }) => data?.sid === key)?.data?.name ?? formatPart(key)
      case 'network': {
        const network = networks.data?.find(({ sid }) => sid === key)
        return network ? `${network.name}, ${formatCountry(network.country)}` : formatPart(key)
      }
      default:
        return formatPart(key)
    }
  }
}
