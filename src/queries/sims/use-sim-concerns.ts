import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { countConcerns, type KnownOfConcerns } from '#usage/sims/sim-concerns.ts'
import type { Interval } from '#usage/time/interval.ts'
import { computedKey, identityOf } from '../query-key.ts'
import { runInSlices } from './run-in-slices.ts'
import type { AccountSims, Sim } from './use-sims.ts'

/** How many SIMs of a list are over their limit, silent and so on, as far as that is known. */
function simConcernsQuery(
  { pages, sources }: Pick<AccountSims, 'pages' | 'sources'>,
  known: KnownOfConcerns<Sim>,
  madeFrom: readonly object[],
  range: Interval,
) {
  return queryOptions({
    queryKey: computedKey('sim-concerns', sources, range, madeFrom.map(identityOf)),
    queryFn: ({ signal }) => runInSlices(countConcerns(pages ?? [], known, range), signal),
    enabled: pages !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  })
}

/**
 * Counts the concerns of all SIMs of a list without holding up the page.
 *
 * @param madeFrom what is known is read from these
 */
export function useSimConcerns(...asked: Parameters<typeof simConcernsQuery>) {
  return useQuery({ ...simConcernsQuery(...asked), placeholderData: keepPreviousData }).data
}
