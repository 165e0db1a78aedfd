import { useQueries } from '@tanstack/react-query'
import type { Sim } from '#upstream/sim.ts'
import { type UpstreamError, upstreamErrorOf } from '#upstream/upstream-error.ts'
import type { Product } from '#usage/limits.ts'
import { plansQuery, simQuery, simsQuery } from './sims.ts'

/** A SIM, and the account that it is of. */
export interface AccountSim extends Sim {
  readonly account: string
}

/** The SIMs of several accounts, as far as they are there. */
export interface AccountSims {
  /** Undefined until those of one account are there. */
  readonly sims: readonly AccountSim[] | undefined
  readonly failures: readonly { readonly account: string; readonly error: UpstreamError }[]
  readonly fetching: boolean
  /** Asks again for what failed. */
  retry(): void
}

/** All SIMs of some accounts. */
export function useSims(accounts: readonly string[], product: Product): AccountSims {
  const results = useQueries({ queries: accounts.map((account) => simsQuery(account, product)) })
  const lists = results.map(({ data }, index) =>
    data?.map((sim) => ({ ...sim, account: accounts[index] ?? '' })),
  )
  return {
    sims: lists.some(Boolean) ? lists.flatMap((list) => list ?? []) : undefined,
    failures: results.flatMap(({ error, data }, index) =>
      error && !data ? [{ account: accounts[index] ?? '', error: upstreamErrorOf(error) }] : [],
    ),
    fetching: results.some(({ isFetching }) => isFetching),
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}

/** A SIM that may be of one of several accounts. */
export interface FoundSim {
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

/** What sets the limits of the SIMs of some accounts, as far as it is there. */
export function usePlans(accounts: readonly string[], product: Product) {
  const results = useQueries({ queries: accounts.map((account) => plansQuery(account, product)) })
  return results.flatMap(({ data }) => data ?? [])
}
