import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { countConcerns } from '#usage/sims/sim-concerns.ts'
import type { Interval } from '#usage/time/interval.ts'
import { computedKey, identityOf } from '../query-key.ts'
import { runInSlices } from './run-in-slices.ts'
import type { KnownOfListedSims } from './use-known-of-sims.ts'
import type { AccountSims, Sim } from './use-sims.ts'

/** How many SIMs of a list are over their limit, silent and so on, as far as that is known. */
function simConcernsQuery(
  sources: AccountSims['sources'],
  sims: readonly Sim[] | undefined,
  known: KnownOfListedSims,
  madeFrom: readonly object[],
  range: Interval,
  country: string,
) {
  const isCounted = (sim: Sim) => country === '' || known.wasThere(sim)

  return queryOptions({
    queryKey: computedKey(
      'sim-concerns',
      sources,
      range,
      country,
      [...(sims ? [sims] : []), ...madeFrom].map(identityOf),
    ),
    queryFn: ({ signal }) =>
      runInSlices(countConcerns(sims ?? [], known, range, isCounted), signal),
    enabled: sims !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  })
}

/**
 * Counts the concerns of SIMs without holding up the page.
 *
 * @param sources the lists that they are of
 * @param sims those that all other choices let through; undefined while they are not found
 * @param madeFrom what is known is read from these
 * @param country that there must have been usage in; empty for any
 */
export function useSimConcerns(...asked: Parameters<typeof simConcernsQuery>) {
  return useQuery({ ...simConcernsQuery(...asked), placeholderData: keepPreviousData }).data
}
