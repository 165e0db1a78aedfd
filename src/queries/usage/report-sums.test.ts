import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { answerOf } from '#testing/expect-agreement.ts'
import { hoursOf } from '#testing/hourly-records.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import { PRODUCT_KEYS, type Product } from '#usage/kore/products.ts'
import { explainChange } from '#usage/report/change-cause.ts'
import { comparedMembers } from '#usage/report/compared-members.ts'
import { reportLines } from '#usage/report/report-lines.ts'
import { reportMonth } from '#usage/report/report-month.ts'
import {
  listQuestions,
  type ProductAnswers,
  placeAnswers,
  productQuestions,
} from '#usage/report/report-questions.ts'
import { reportStanding } from '#usage/report/report-standing.ts'
import type { Interval } from '#usage/time/interval.ts'

/** The last of them is charged in another currency. */
const ACCOUNTS = ['main', 'north', 'south']

let stack: Stack

beforeAll(async () => {
  stack = await startStack({ sims: 12, superSims: 30 }, { accounts: ACCOUNTS })
  stubBrowserFetch(stack.gatewayUrl)
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
})

async function answersOf(product: Product, month: string): Promise<ProductAnswers> {
  const questions = productQuestions(product, ACCOUNTS, reportMonth(month, STACK_NOW), STACK_NOW)
  const asked = listQuestions(questions)
  return placeAnswers(questions, await Promise.all(asked.map(({ query }) => answerOf(query))))
}

/** What the sandbox's own hours of an account come to. */
async function sumOf(product: Product, account: string, interval: Interval) {
  const query = { product, accounts: [account], filter: {}, granularity: 'hour', interval } as const
  const hours = await hoursOf(stack, query)
  return {
    bytes: hours.reduce((sum, hour) => sum + hour.bytes, 0),
    micros: hours.reduce((sum, hour) => sum + hour.micros, 0),
  }
}

describe('the sums of a report', () => {
  it.each(['2026-10', '2026-09', '2026-02'])(
    'of %s are those of the sandbox’s own hours, in each currency',
    async (month) => {
      const { interval, before } = reportMonth(month, STACK_NOW)
      const answers = await Promise.all(PRODUCT_KEYS.map((product) => answersOf(product, month)))
      const lines = reportLines(answers, reportMonth(month, STACK_NOW), STACK_NOW)
      for (const product of PRODUCT_KEYS) {
        const [now, then] = await Promise.all(
          [interval, before].map((of) =>
            Promise.all(ACCOUNTS.map((account) => sumOf(product, account, of))),
          ),
        )
        const bytesOf = (sums: typeof now = []) => sums.reduce((sum, { bytes }) => sum + bytes, 0)
        const own = lines.filter((line) => line.product === product)
        const data = own.find(({ measure }) => measure === 'data')
        expect(data).toMatchObject({ amount: bytesOf(now), state: 'final' })
        expect(data?.before).toMatchObject({ later: bytesOf(now), earlier: bytesOf(then) })
        const costIn = (currency: string) =>
          own.find(({ measure }) => typeof measure === 'object' && measure.currency === currency)
        const [main, north, south] = (now ?? []).map(({ micros }) => micros)
        expect(Math.round((costIn('USD')?.amount ?? 0) * 1e6)).toBe((main ?? 0) + (north ?? 0))
        expect(Math.round((costIn('EUR')?.amount ?? 0) * 1e6)).toBe(south)
      }
    },
    60_000,
  )

  it('of its dimensions add up to its totals, and explain all of the change', async () => {
    const { days, before, dimensions } = await answersOf('super-sim', '2026-10')
    const cost = (series: typeof days) => series?.total.cost.get('USD') ?? 0
    const change = Math.round((cost(days) - cost(before)) * 1e6)
    expect(dimensions.map(({ dimension }) => dimension)).toEqual([
      ...['country', 'network', 'fleet', 'account'],
    ])
    for (const { dimension, month, later, earlier } of dimensions) {
      expect(month?.total.data.total, dimension).toBe(days?.total.data.total)
      const members = later && earlier ? comparedMembers(later, earlier, dimension) : []
      const explained = explainChange(members, { currency: 'USD' })
      expect(Math.round((explained.change ?? 0) * 1e6), dimension).toBe(change)
      const { usedMore = 0, costMore = 0, other = 0 } = explained.split ?? {}
      expect(Math.round((usedMore + costMore + other) * 1e6), dimension).toBe(change)
    }
  }, 60_000)

  it('of a running month are so far, and never final', async () => {
    const answers = await answersOf('super-sim', '2026-11')
    const month = reportMonth('2026-11', STACK_NOW)
    const series = answers.days ? [answers.days] : []
    const asked = { month: month.interval, series, loading: false, failed: false }
    expect(reportStanding(asked, STACK_NOW).kind).toBe('running')
    expect(reportLines([answers], month, STACK_NOW)[0]?.state).toBe('provisional')
  })
})
