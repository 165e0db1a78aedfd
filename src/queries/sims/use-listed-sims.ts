import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import {
  findFirstSims,
  listSims,
  type SimListing,
  type SimTest,
  type SortValue,
} from '#usage/sims/listed-sims.ts'
import { computedKey, identityOf } from '../query-key.ts'
import { runInSlices } from './run-in-slices.ts'
import type { AccountSims, Sim } from './use-sims.ts'

type SimPages = Pick<AccountSims, 'pages' | 'sources'>

/** What SIMs are sorted by and must be, and what tells it from all else that they could be. */
export interface Sorting {
  readonly valueOf: SortValue<Sim>
  /** What else a SIM must be; any is, without. */
  readonly isWanted?: SimTest<Sim> | undefined
  /** What both are told by; plain values. */
  readonly asked: readonly unknown[]
  /** What they read from: the same objects for as long as they answer the same. */
  readonly madeFrom: readonly object[]
}

/** What all SIM lists have in common: they are found in slices, and forgotten with the list. */
const FOUND_IN_SLICES = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  structuralSharing: false,
} as const

/** The SIMs of some pages that are wanted, in order. */
function listedSimsQuery({ pages, sources }: SimPages, listing: SimListing, by: Sorting) {
  return queryOptions({
    ...FOUND_IN_SLICES,
    queryKey: computedKey('listed-sims', sources, listing, by.asked, by.madeFrom.map(identityOf)),
    queryFn: ({ signal }) =>
      runInSlices(listSims(pages ?? [], listing, by.valueOf, by.isWanted), signal),
    enabled: pages !== undefined,
  })
}

/**
 * Finds and sorts SIMs without holding up the page; what was found before stays until then.
 *
 * @param wanted false finds nothing
 */
export function useListedSims(list: SimPages, listing: SimListing, by: Sorting, wanted = true) {
  const query = listedSimsQuery(list, listing, by)
  return useQuery({
    ...query,
    enabled: wanted && list.pages !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** The first SIMs of some pages that a text finds. */
function firstSimsQuery({ pages, sources }: SimPages, text: string, most: number) {
  return queryOptions({
    ...FOUND_IN_SLICES,
    queryKey: computedKey('first-sims', sources, text, most),
    queryFn: ({ signal }) => runInSlices(findFirstSims(pages ?? [], text, most), signal),
    enabled: pages !== undefined,
  })
}

/** The first SIMs that a text finds; what an earlier text found stays until then. */
export function useFirstSims(list: SimPages, text: string, most: number) {
  return useQuery({ ...firstSimsQuery(list, text, most), placeholderData: keepPreviousData })
}
