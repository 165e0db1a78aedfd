import { expect } from 'vitest'
import { fetchUsage } from '#kore-client/fetch-usage.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { LARGEST_MEMBERS } from '#usage/series/build-series.ts'
import {
  type Answers,
  type CountedRequest,
  countSeries,
  planCounted,
  planRanking,
} from '#usage/series/counted-plan.ts'
import { bucketTotal } from '#usage/series/usage-series.ts'
import { bucketsOf } from '#usage/time/granularity.ts'
import { hoursOf, sumBytes, within } from './hourly-records.ts'
import { STACK_NOW, type Stack } from './stack.ts'

const { signal } = new AbortController()

/** Plans, fetches and counts, as the app does. */
export async function answerOf(query: UsageQuery, now = STACK_NOW) {
  const fetchAll = (plan: readonly CountedRequest[]): Promise<Answers> =>
    Promise.all(plan.map(async ({ request }) => (await fetchUsage(request, signal)).value))
  const ranked = await fetchAll(planRanking(query, now))
  const plan = planCounted(query, ranked, now)
  return countSeries(query, plan, await fetchAll(plan), now)
}

/** Holds an answer against the sum of the sandbox's own hours. @param now the moment that the stack's clock stands at */
export async function expectAgreement(
  stack: Stack,
  query: UsageQuery,
  now = STACK_NOW,
): Promise<void> {
  const [series, hours] = [await answerOf(query, now), await hoursOf(stack, query)]
  const buckets = bucketsOf(query.interval, query.granularity)
  expect(series.buckets.map((_, index) => bucketTotal(series, 'data', 'total', index))).toEqual(
    buckets.map((bucket) => sumBytes(hours.filter(within(bucket)))),
  )
  const micros = Math.round((series.total.cost.get('USD') ?? 0) * 1e6)
  expect(micros).toBe(hours.reduce((sum, hour) => sum + hour.micros, 0))
  if (!query.group) return
  const largest = [...new Set(hours.map(({ member }) => member))]
    .map((key) => [key, sumBytes(hours.filter(({ member }) => member === key))] as const)
    .sort(([keyA, a], [keyB, b]) => b - a || (keyA < keyB ? -1 : 1))
  const expected = new Map(largest.slice(0, LARGEST_MEMBERS))
  for (const [key, bytes] of expected) {
    expect([key, series.parts.find((part) => part.key === key)?.total.data.total]).toEqual([
      key,
      bytes,
    ])
  }
}
