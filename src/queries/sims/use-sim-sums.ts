import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  isPrivateBetaRefusal,
  type UpstreamError,
  upstreamErrorOf,
} from '#kore-client/upstream-error.ts'
import { isChargeIn } from '#usage/kore/charge.ts'
import { type Oddity, sumOddities } from '#usage/question/oddity.ts'
import { planRequests, type UsageRequest } from '#usage/question/request-plan.ts'
import type { UsageFilter } from '#usage/question/usage-filter.ts'
import type { SimSums } from '#usage/sims/sim-sums.ts'
import { earliest } from '#usage/time/earliest.ts'
import type { Interval } from '#usage/time/interval.ts'
import type { Read } from '../usage/usage.ts'
import { type Tried, triedOf, useReadAt, useReadingAgain } from '../usage/use-reading-again.ts'
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
  /** When each of the answers was given, by KORE's clock in milliseconds. */
  readonly times: readonly (number | undefined)[]
  readonly tries: readonly Tried[]
  /** Asks again for what failed. */
  retry(): void
  /** Asks again for some of the requests, where they are not under way. */
  readAgain(indexes: readonly number[]): void
}

/** What every Super SIM used, and when that was so. */
export interface ReadSums extends FetchedSums {
  /** When the oldest answer that may still change was given, by KORE's clock; undefined where none may. */
  readonly asOf: Date | undefined
  /** The start of the first of its parts of which a charge lacks that should be there by the delay. */
  readonly chargeLacksFrom: Date | undefined
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
): ReadSums {
  const key = JSON.stringify([accounts, interval, filter])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is as new as what it is made from
  const plan = useMemo(
    () =>
      interval ? planSums(accounts, interval, filter, now).map((request) => ({ request })) : [],
    [key, now.getTime()],
  )
  const sums = useQueries({
    queries: plan.map(({ request }) => simSumsQuery(request)),
    combine: combineSums,
  })
  const readAt = useReadAt(sums.times)
  const asked = interval && ({ product: 'super-sim', interval, granularity: 'day' } as const)
  useReadingAgain(asked, plan, { ...sums, readAt }, now)
  return useMemo(() => {
    const open = readAt.flatMap((read, index) =>
      read && !plan[index]?.request.settled ? read : [],
    )
    return {
      ...sums,
      asOf: earliest(open),
      chargeLacksFrom: isThere(sums) ? lacksFrom(sums.sums, plan, readAt) : undefined,
    }
  }, [sums, readAt, plan])
}

/** @param readAt when each of the requests was answered; undefined where that does not matter any more */
function lacksFrom(
  sums: readonly SimSums[],
  plan: readonly { readonly request: UsageRequest }[],
  readAt: readonly (Date | undefined)[],
): Date | undefined {
  return earliest(
    plan.flatMap(({ request: { interval, product } }, index) => {
      const read = readAt[index]
      const isUncharged = sums[index]?.columns.uncharged.some((bytes) => bytes > 0)
      return isUncharged && (!read || isChargeIn(interval, product, read)) ? interval.start : []
    }),
  )
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
export function combineSums(results: readonly UseQueryResult<Read<SimSums>>[]): FetchedSums {
  const failed = results.find(({ error, data }) => error && !data)
  const error = failed && upstreamErrorOf(failed.error)
  return {
    sums: results.flatMap(({ data }) => data?.value ?? []),
    requests: results.length,
    answered: results.filter(({ data }) => data).length,
    oddities: sumOddities(results.flatMap(({ data }) => data?.value.columns.oddities ?? [])),
    error,
    refused: error !== undefined && isPrivateBetaRefusal(error),
    fetching: results.some(({ isFetching }) => isFetching),
    times: results.map(({ data }) => data?.readAt),
    tries: results.map(triedOf),
    readAgain: (indexes) => {
      for (const index of indexes) results[index]?.refetch({ cancelRefetch: false })
    },
    retry: () => {
      for (const result of results) if (result.isError) result.refetch()
    },
  }
}
