import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import type { Sim } from '#kore-client/sim.ts'
import { type UpstreamError, upstreamErrorOf } from '#kore-client/upstream-error.ts'
import type { Product } from '#usage/kore/products.ts'
import type { DataLimit } from '#usage/sims/data-limit.ts'
import type { Source } from '../query-key.ts'
import { NO_SIMS, plansQuery, simQuery, simsQuery } from './sims.ts'

export type { Sim }

/** The SIMs of several accounts and products, as far as they are there. */
export interface AccountSims {
  /** Undefined until some are there. */
  readonly pages: readonly (readonly Sim[])[] | undefined
  /** How many SIMs have been read. */
  readonly count: number
  /** How many could not be read, and are in no page. */
  readonly skipped: number
  readonly complete: boolean
  /** Which lists the pages are of, and which pages of them. */
  readonly sources: readonly Source[]
  readonly failures: readonly SimsFailure[]
  readonly fetching: boolean
  /** Asks again for what failed. */
  retry(): void
}

/** A list that could not be read, or not to its end. */
export interface SimsFailure {
  readonly account: string
  readonly product: Product
  readonly error: UpstreamError
}

/** All SIMs of some accounts. */
export function useSims(accounts: readonly string[], products: readonly Product[]): AccountSims {
  const lists = accounts.flatMap((account) => products.map((product) => ({ account, product })))
  const queries = lists.map(({ account, product }) => simsQuery(account, product))
  const results = useQueries({ queries })
  const read = results.flatMap(({ data }) => data ?? [])
  const pages = read.flatMap((list) => settledPages(list.pages, list.complete))
  return {
    pages: read.length > 0 ? pages : undefined,
    count: read.reduce(
      (sum, list) => sum + list.pages.reduce((all, { length }) => all + length, 0),
      0,
    ),
    // There is nothing to come of a product that the account does not have.
    complete: results.every(
      ({ data, error }) =>
        data?.complete || (error && upstreamErrorOf(error).kind === 'productRefused'),
    ),
    skipped: read.reduce((sum, { skipped }) => sum + skipped, 0),
    sources: queries.map(({ queryKey }, index) => {
      const { pages, complete } = results[index]?.data ?? NO_SIMS
      return { key: queryKey, pieces: settledPages(pages, complete) }
    }),
    failures: results.flatMap(({ error, data }, index) => {
      const list = lists[index]
      return error && list && !data?.complete ? [{ ...list, error: upstreamErrorOf(error) }] : []
    }),
    fetching: results.some(({ isFetching }) => isFetching),
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}

/**
 * The pages that are worked with while more come in: their number doubles, so that a list of a hundred
 * pages is not sorted a hundred times.
 */
function settledPages<T>(pages: readonly T[], complete: boolean): readonly T[] {
  if (complete || pages.length === 0) return pages
  return pages.slice(0, 2 ** Math.floor(Math.log2(pages.length)))
}

/** A SIM that may be of one of several accounts. */
interface FoundSim {
  readonly sim: Sim | undefined
  /** Undefined while it is not known; that of a single account always is. */
  readonly account: string | undefined
  /** Why it was found in none of them. */
  readonly error: UpstreamError | undefined
  readonly retrying: boolean
  retry(): void
}

/** Looks for a SIM in some accounts. */
export function useSimOfAccounts(
  accounts: readonly string[],
  product: Product,
  sid: string,
): FoundSim {
  const results = useQueries({
    queries: accounts.map((account) => simQuery(account, product, sid)),
  })
  const at = results.findIndex(({ data }) => data)
  const errors = results.flatMap(({ error }) => (error ? upstreamErrorOf(error) : []))
  const lost = at === -1 && errors.length === accounts.length
  return {
    sim: results[at]?.data,
    account: accounts.length === 1 ? accounts[0] : accounts[at],
    // Where one account could not be asked, the SIM may be of that one.
    error: lost ? (errors.find(({ kind }) => kind !== 'notFound') ?? errors[0]) : undefined,
    retrying: results.some(({ isFetching }) => isFetching),
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}

/** What sets the limit of a SIM: its rate plan or its fleet. */
export interface Plan {
  readonly name: string
  /** Those that it has. */
  readonly limits: readonly DataLimit[]
}

/** By SID; one that is not there is not known, which is not to be without limits. */
export type Plans = ReadonlyMap<string, Plan>

/** What sets the limits of the SIMs of some accounts, as far as it is there. */
export function usePlans(accounts: readonly string[], products: readonly Product[]): Plans {
  return useQueries({
    queries: accounts.flatMap((account) => products.map((product) => plansQuery(account, product))),
    combine: combinePlans,
  })
}

function combinePlans(
  results: readonly UseQueryResult<readonly (Plan & { readonly sid: string })[]>[],
): Plans {
  return new Map(results.flatMap(({ data }) => data ?? []).map((plan) => [plan.sid, plan]))
}

/** Which plans could not be read. */
interface PlanFailures {
  readonly failures: readonly SimsFailure[]
  readonly retrying: boolean
  retry(): void
}

/** Which plans of some accounts could not be read, so that what they would tell is not known. */
export function usePlanFailures(
  accounts: readonly string[],
  products: readonly Product[],
): PlanFailures {
  const lists = accounts.flatMap((account) => products.map((product) => ({ account, product })))
  const results = useQueries({
    queries: lists.map(({ account, product }) => plansQuery(account, product)),
  })
  return {
    failures: lists.flatMap((list, index) => {
      const { error, data } = results[index] ?? {}
      return error && !data ? [{ ...list, error: upstreamErrorOf(error) }] : []
    }),
    retrying: results.some(({ isFetching }) => isFetching),
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}
