import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { answerOf, expectAgreement } from '#testing/expect-agreement.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import type { Product } from '#usage/kore/products.ts'
import {
  resolveQuestion,
  type UsageQuery,
  type UsageQuestion,
} from '#usage/question/usage-query.ts'

let stack: Stack

beforeAll(async () => {
  stack = await startStack({ sims: 15, superSims: 30 }, { accounts: ['main'] })
  stubBrowserFetch(stack.gatewayUrl)
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
})

function queryOf(question: UsageQuestion): UsageQuery {
  const resolved = resolveQuestion(question, STACK_NOW)
  if (resolved.kind === 'problem') throw new Error(resolved.problem.kind)
  return resolved.query
}

describe('a long question', () => {
  const long = (
    product: Product,
    granularity: 'hour' | 'day' | 'month',
    count: number,
  ): UsageQuestion => ({
    product,
    accounts: ['main'],
    filter: {},
    granularity,
    range: { kind: 'last', count, unit: 'days' },
  })

  it.each([
    ['18 months by day', long('super-sim', 'day', 549)],
    ['18 months by day', long('programmable-wireless', 'day', 549)],
    ['90 days by hour', long('super-sim', 'hour', 90)],
    ['90 days by hour', long('programmable-wireless', 'hour', 90)],
    ['a year by SIM', { ...long('super-sim', 'month', 365), group: 'sim' as const }],
  ])(
    'of %s is one question (%o)',
    async (_, question) => {
      await expectAgreement(stack, queryOf(question))
    },
    60_000,
  )

  it('costs at most 9 requests by day, at most 1 when asked again', async () => {
    for (const product of ['super-sim', 'programmable-wireless'] as const) {
      stack.forget()
      const asking = async () => {
        stack.asked.length = 0
        await answerOf(queryOf(long(product, 'day', 549)))
        return stack.asked.length
      }
      expect(await asking()).toBeLessThanOrEqual(9)
      expect(await asking()).toBeLessThanOrEqual(1)
    }
  })

  it('shares its requests: from 7 to 30 days at most one is new', async () => {
    stack.forget()
    await answerOf(queryOf(long('super-sim', 'day', 7)))
    stack.asked.length = 0
    await answerOf(queryOf(long('super-sim', 'day', 30)))
    expect(stack.asked.length).toBeLessThanOrEqual(1)
  })
})
