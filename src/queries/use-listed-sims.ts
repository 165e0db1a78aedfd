import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { findFirstSims, listSims, type SimListing, type SortValue } from '#usage/listed-sims.ts'
import { runInSlices } from './run-in-slices.ts'
import type { AccountSims, Sim } from './use-sims.ts'

/**
 * Finds and sorts SIMs without holding up the page; what was found before stays until then.
 *
 * @param sortValueOf what they are sorted by
 * @param sortVersion changes whenever what `sortValueOf` answers does
 */
export function useListedSims(
  { pages, version }: Pick<AccountSims, 'pages' | 'version'>,
  listing: SimListing,
  sortValueOf: SortValue<Sim>,
  sortVersion: string,
) {
  return useQuery({
    queryKey: ['listed-sims', version, listing, sortVersion],
    queryFn: ({ signal }) => runInSlices(listSims(pages ?? [], listing, sortValueOf), signal),
    enabled: pages !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  })
}

/** The first SIMs that a text finds. */
export function useFirstSims({ pages, version }: AccountSims, text: string, most: number) {
  return useQuery({
    queryKey: ['first-sims', version, text, most],
    queryFn: ({ signal }) => runInSlices(findFirstSims(pages ?? [], text, most), signal),
    enabled: pages !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  })
}
