import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fetchKeptUsage } from '#gateway-client/kept-usage.ts'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import { copyEmptyStore } from '#testing/store/empty-store.ts'
import { resolveQuestion, type UsageQuestion } from '#usage/question/usage-query.ts'
import {
  type Answers,
  type CountedRequest,
  countSeries,
  planCounted,
} from '#usage/series/counted-plan.ts'
import { bucketTotal, isBeyondRetention } from '#usage/series/usage-series.ts'
import { fetchUsage } from './fetch-usage.ts'

/** When all of the spring of 2025 is settled and KORE still has it. */
const THEN = new Date('2025-09-01T12:00:00Z')

const { signal } = new AbortController()

let folder: string
let stack: Stack

beforeAll(async () => {
  folder = await copyEmptyStore()
  stack = await startStack({ sims: 10, superSims: 20 }, { folder })
  stubBrowserFetch(stack.gatewayUrl)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
  await rm(folder, { recursive: true, force: true })
})

const keptAnswers = async () => (await fetchKeptUsage('main', signal)).answers

/** Plans, fetches and counts, as the app does. */
async function answer(question: UsageQuestion, now: Date) {
  const resolved = resolveQuestion(question, now)
  if (resolved.kind === 'problem') throw new Error(resolved.problem.kind)
  const fetchAll = (plan: readonly CountedRequest[]): Promise<Answers> =>
    Promise.all(plan.map(async ({ request }) => (await fetchUsage(request, signal)).value))
  const plan = planCounted(resolved.query, [], now)
  return countSeries(resolved.query, plan, await fetchAll(plan), now)
}

const spring = (product: UsageQuestion['product']): UsageQuestion => ({
  product,
  accounts: ['main'],
  filter: {},
  range: { kind: 'days', first: '2025-04-10', last: '2025-06-10' },
  granularity: 'day',
})

it.each(['programmable-wireless', 'super-sim'] as const)(
  'shows %s usage that KORE has forgotten and the gateway has kept, to the byte',
  async (product) => {
    await stack.moveClock(THEN)
    const first = await keptAnswers()
    const before = await answer(spring(product), THEN)
    expect(before.complete).toBe(true)
    const amounts = before.buckets.map((_, index) => bucketTotal(before, 'data', 'total', index))
    expect(amounts.every((amount) => amount > 0)).toBe(true)
    // What is kept for good is kept after the answer was given.
    await expect.poll(keptAnswers).toBe(first + 1)

    await stack.moveClock(STACK_NOW)
    const after = await answer(spring(product), STACK_NOW)
    expect(after.complete).toBe(true)
    expect(after.buckets.map((_, index) => bucketTotal(after, 'data', 'total', index))).toEqual(
      amounts,
    )
    expect(after.buckets.every(({ freshness }) => freshness === 'final')).toBe(true)
    // KORE is asked for nothing that it has forgotten.
    for (const path of stack.asked) expect(path).toContain('2025-05-20T00')
    const total = await answer({ ...spring(product), granularity: 'total' }, STACK_NOW)
    expect(total.total.data.total).toBe(amounts.reduce((sum, amount) => sum + amount, 0))
  },
  30_000,
)

it('leaves out what was not kept, and says so', async () => {
  const autumn = {
    ...spring('super-sim'),
    range: { kind: 'days', first: '2024-11-01', last: '2024-11-30' },
  } as const
  const series = await answer(autumn, STACK_NOW)
  expect(series.complete).toBe(false)
  expect(isBeyondRetention(series)).toBe(true)
})
