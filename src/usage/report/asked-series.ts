import { planRequests } from '../question/request-plan.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import {
  type Answers,
  type CountedRequest,
  countSeries,
  planCounted,
} from '../series/counted-plan.ts'
import type { UsageSeries } from '../series/usage-series.ts'
import type { Interval } from '../time/interval.ts'
import { hullOf } from './compared-runs.ts'

/** A question of which several stretches of time may be counted, without what lies between them. */
export interface AskedSeries {
  /** Its interval reaches from the first stretch to the last. */
  readonly query: UsageQuery
  /** Without gaps in themselves, oldest first. */
  readonly runs: readonly Interval[]
}

/** The question for all of one stretch. */
export function wholeSeries(query: UsageQuery): AskedSeries {
  return { query, runs: [query.interval] }
}

/** The totals of some stretches, told apart by a group; undefined where there are none. */
export function totalOfRuns(
  query: Omit<UsageQuery, 'granularity' | 'interval'>,
  runs: readonly Interval[],
): AskedSeries | undefined {
  const interval = hullOf(runs)
  return interval && { query: { ...query, granularity: 'total', interval }, runs }
}

/** The requests that answer a question. */
export function planAsked({ query, runs }: AskedSeries, now: Date): CountedRequest[] {
  return runs.flatMap((interval) => planCounted({ ...query, interval }, [], now))
}

/** How many requests some questions take, those that share one counted once. */
export function countRequests(asked: readonly AskedSeries[], now: Date): number {
  const requests = asked.flatMap(({ query, runs }) =>
    runs.flatMap((interval) => planRequests({ ...query, interval }, now)),
  )
  return new Set(requests.map((request) => JSON.stringify(request))).size
}

/** The answer to a question, made of what its plan has brought. */
export function countAsked(
  { query }: AskedSeries,
  plan: readonly CountedRequest[],
  answers: Answers,
  now: Date,
  readAt: readonly (Date | undefined)[],
): UsageSeries {
  return countSeries(query, plan, answers, now, readAt)
}
