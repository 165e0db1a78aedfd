import { QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { hoursOf, within } from '#testing/hourly-records.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import {
  resolveQuestion,
  type UsageQuery,
  type UsageQuestion,
} from '#usage/question/usage-query.ts'
import { amountState, seriesState } from '#usage/series/amount-state.ts'
import { type CountedRequest, countSeries, planCounted } from '#usage/series/counted-plan.ts'
import { isOutgrown } from '#usage/series/reading.ts'
import { bucketTotal, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'
import { usageQuery } from './usage.ts'

const HOUR = 3_600_000
/** Four days. */
const HOURS = 96

/** Long after everything has arrived and been charged. */
const LAST_WORD = new Date('2026-12-05T00:00:00Z')

const PRODUCTS = ['programmable-wireless', 'super-sim'] as const

let stack: Stack
/** What the sandbox says of each hour when nothing can change any more. */
const lastWords = new Map<string, Awaited<ReturnType<typeof hoursOf>>>()

const question = (
  product: UsageQuestion['product'],
  range: UsageQuestion['range'],
  granularity: UsageQuestion['granularity'],
): UsageQuestion => ({ product, accounts: ['main'], filter: {}, range, granularity, exact: true })

const HELD = { kind: 'days', first: '2026-11-18', last: '2026-11-19' } as const

/** What pages may be left open at: dates that are held, and some that roll. */
const QUESTIONS = PRODUCTS.flatMap((product) => [
  question(product, HELD, 'hour'),
  question(product, HELD, 'total'),
  question(product, { kind: 'last', count: 24, unit: 'hours' }, 'hour'),
  question(product, { kind: 'last', count: 7, unit: 'days' }, 'day'),
])

beforeAll(async () => {
  stack = await startStack({ sims: 5, superSims: 8 })
  stubBrowserFetch(stack.gatewayUrl)
  await stack.moveClock(LAST_WORD)
  for (const product of PRODUCTS) {
    const range = { kind: 'days', first: '2026-11-10', last: '2026-11-26' } as const
    lastWords.set(
      product,
      await hoursOf(stack, queryOf(question(product, range, 'hour'), LAST_WORD)),
    )
  }
})

afterEach(() => {
  vi.useRealTimers()
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
})

function queryOf(asked: UsageQuestion, now: Date): UsageQuery {
  const resolved = resolveQuestion(asked, now)
  if (resolved.kind !== 'query') throw new Error('The question cannot be asked.')
  return resolved.query
}

/** How KORE does in an hour: a slow one's answers come an hour after it gave them. */
type Condition = 'up' | 'down' | 'slow'

/** A page that is left open: it asks for what it lacks, and again for what its answers have outgrown. */
function openPage(asked: UsageQuestion) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  let underWay: Promise<unknown> = Promise.resolve()
  const readOf = ({ request }: CountedRequest) =>
    client.getQueryData(usageQuery(request, false).queryKey)
  return {
    ask(now: Date): Promise<unknown> {
      const query = queryOf(asked, now)
      const wanted = planCounted(query, [], now).filter((planned) => {
        const read = readOf(planned)
        return !read || isOutgrown(query, planned.request, new Date(read.readAt), now)
      })
      underWay = Promise.allSettled([
        underWay,
        ...wanted.map(({ request }) =>
          client.fetchQuery({ ...usageQuery(request, false), staleTime: 0 }),
        ),
      ])
      return underWay
    },
    shown(now: Date): UsageSeries {
      const query = queryOf(asked, now)
      const plan = planCounted(query, [], now)
      const reads = plan.map(readOf)
      return countSeries(
        query,
        plan,
        reads.map((read) => read?.value),
        now,
        reads.map((read) => read && new Date(read.readAt)),
      )
    },
  }
}

/** Something to wait at. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** Waits until something is so, or until what could bring it about is over. */
async function until(isSo: () => boolean, over: Promise<unknown>): Promise<void> {
  let done = false
  const noteDone = () => {
    done = true
  }
  over.then(noteDone, noteDone)
  while (!done && !isSo()) await new Promise((resolve) => setTimeout(resolve, 1))
}

/** What the sandbox's last word of an interval is, in bytes or in millionths of a dollar. */
function lastWord({ product }: UsageSeries, interval: Interval, measure: Measure): number {
  const hours = (lastWords.get(product) ?? []).filter(within(interval))
  return hours.reduce((sum, { bytes, micros }) => sum + (measure === 'data' ? bytes : micros), 0)
}

/** Every amount that a page calls final, and what it should be. */
function finals(series: UsageSeries, measure: Measure) {
  const told = (amount: number) => (measure === 'data' ? amount : Math.round(amount * 1e6))
  const amounts = series.buckets.map((_, index) => bucketTotal(series, measure, 'total', index))
  const whole = { ...series, start: series.interval.start, end: series.interval.end }
  return [
    ...series.buckets.map((bucket, index) => ({
      bucket,
      state: amountState(bucket, measure),
      amount: amounts[index] ?? Number.NaN,
    })),
    {
      bucket: whole,
      state: seriesState(series, measure),
      amount: amounts.reduce((sum, amount) => sum + amount, 0),
    },
  ]
    .filter(({ state }) => state === 'final')
    .map(({ bucket: { start, end }, amount }) => ({
      start,
      told: told(amount),
      right: lastWord(series, { start, end }, measure),
    }))
}

const MEASURES: readonly Measure[] = ['data', { currency: 'USD' }]

/**
 * Leaves all pages open for four days, hour by hour, with both clocks together.
 *
 * @returns how many final amounts were seen
 */
async function leaveOpen(conditionAt: (hour: number) => Condition): Promise<number> {
  const pages = QUESTIONS.map((asked) => ({ asked, ...openPage(asked) }))
  vi.useFakeTimers({ toFake: ['Date'] })
  const network = globalThis.fetch
  let condition: Condition = 'up'
  let nextHour = gate()
  let given: Promise<Response>[] = []
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    // The gateway, in this process too, has its own network.
    if (!url.startsWith('/') || condition === 'up') return network(url, init)
    if (condition === 'down') throw new TypeError('Failed to fetch')
    const [answer, arrival] = [network(url, init), nextHour.opened]
    given.push(answer)
    await arrival
    return answer
  })
  let seen = 0
  try {
    for (let hour = 0; hour <= HOURS; hour += 1) {
      const now = new Date(STACK_NOW.getTime() + hour * HOUR)
      condition = 'up'
      vi.setSystemTime(now)
      await stack.moveClock(now)
      nextHour.open()
      nextHour = gate()
      given = []
      condition = conditionAt(hour)
      const asked = Promise.all(pages.map((page) => page.ask(now)))
      // A slow KORE has seen what was asked, though nothing of it has arrived.
      await (condition === 'slow' ? until(() => given.length > 0, asked) : asked)
      await Promise.allSettled(given)
      for (const page of pages) {
        const series = page.shown(now)
        for (const measure of MEASURES) {
          const said = finals(series, measure)
          seen += said.length
          for (const { start, told, right } of said) {
            expect([now, page.asked.product, start, told]).toEqual([
              now,
              page.asked.product,
              start,
              right,
            ])
          }
        }
      }
    }
  } finally {
    vi.stubGlobal('fetch', network)
  }
  return seen
}

describe('a page left open for four days never calls an amount final that is not the last word', () => {
  it('with KORE up', async () => {
    expect(await leaveOpen(() => 'up')).toBeGreaterThan(10_000)
  }, 120_000)

  it('with KORE up, down for a day and a night, and slow', async () => {
    const conditionAt = (hour: number): Condition => {
      if (hour > 3 && hour < 30) return 'down'
      return hour % 5 === 0 || (hour > 50 && hour < 60) ? 'slow' : hour % 7 === 0 ? 'down' : 'up'
    }
    expect(await leaveOpen(conditionAt)).toBeGreaterThan(5_000)
  }, 120_000)
})
