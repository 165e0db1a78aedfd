import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  isPrivateBetaRefusal,
  type UpstreamError,
  upstreamErrorOf,
} from '#kore-client/upstream-error.ts'
import { type Oddity, sumOddities } from '#usage/question/oddity.ts'
import { planRequests, type UsageRequest } from '#usage/question/request-plan.ts'
import type { UsageFilter } from '#usage/question/usage-query.ts'
import type { SimSums } from '#usage/sims/sim-sums.ts'
import type { Interval } from '#usage/time/interval.ts'
import { simSumsQuery } from './sim-usage.ts'

/** What every Super SIM used in an interval, as far as it is there. */
export interface FetchedSums {
  readonly sums: readonly SimSums[]
  readonly requests: number
  readonly answered: number
  /** What was odd in the answers, one for each kind. */
  readonly oddities: readonly Oddity[]
  readonly error: UpstreamError | undefined
  /** Whether the account may not group usage by SIM, which is a private beta. */
  readonly refused: boolean
  readonly fetching: boolean
  /** Asks again for what failed. */
  retry(): void
}

/**
 * What every Super SIM of some accounts used in an interval.
 *
 * @param interval on hours; undefined asks for nothing
 * @param filter fleet, network or country
 */
export function useSimSums(
  accounts: readonly string[],
  interval: Interval | undefined,
  now: Date,
  filter: UsageFilter = {},
): FetchedSums {
  const key = JSON.stringify([accounts, interval, filter])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is as new as what it is made from
  const plan = useMemo(
    () => (interval ? planSums(accounts, interval, filter, now) : []),
    [key, now.getTime()],
  )
  return useQueries({ queries: plan.map(simSumsQuery), combine: combineSums })
}

/** The requests that tell what every SIM used. */
export function planSums(
  accounts: readonly string[],
  interval: Interval,
  filter: UsageFilter,
  now: Date,
): UsageRequest[] {
  return planRequests(
    {
      product: 'super-sim',
      accounts,
      filter,
      group: 'sim',
      granularity: 'total',
      interval,
      // Of what KORE no longer keeps there are no sums.
      exact: true,
    },
    now,
  )
}

/** Whether all of it was read; nothing is there of an interval that cannot be asked for. */
export function isThere({ answered, requests }: FetchedSums): boolean {
  return requests > 0 && answered === requests
}

/** What several sums come to together. */
export function combineSums(
  results: readonly UseQueryResult<{ sums: SimSums; age: number }>[],
): FetchedSums {
  const failed = results.find(({ error, data }) => error && !data)
  const error = failed && upstreamErrorOf(failed.error)
  return {
    sums: results.flatMap(({ data }) => data?.sums ?? []),
    requests: results.length,
    answered: results.filter(({ data }) => data).length,
    oddities: sumOddities(results.flatMap(({ data }) => data?.sums.columns.oddities ?? [])),
    error,
    refused: error !== undefined && isPrivateBetaRefusal(error),
    fetching: results.some(({ isFetching }) => isFetching),
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}
