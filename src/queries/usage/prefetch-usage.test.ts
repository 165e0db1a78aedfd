import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { type Stack, startStack } from '#testing/stack.ts'
import type { UsageQuestion } from '#usage/question/usage-query.ts'
import { createQueryClient } from '../query-client.ts'
import { prefetchUsage } from './prefetch-usage.ts'

let stack: Stack

beforeAll(async () => {
  stack = await startStack({ sims: 20 })
  stubBrowserFetch(stack.gatewayUrl)
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
})

const question = (accounts: readonly string[]): UsageQuestion => ({
  product: 'programmable-wireless',
  accounts,
  filter: {},
  range: { kind: 'last', count: 7, unit: 'days' },
  granularity: 'day',
})

const usageOf = (client: ReturnType<typeof createQueryClient>) =>
  client.getQueryCache().findAll({ queryKey: ['usage'] })

it('asks for what the view will ask for, so that the view finds it', async () => {
  const client = createQueryClient()
  await prefetchUsage(client, question)
  const asked = usageOf(client)
  // What is final, and what may still change.
  expect(asked).toHaveLength(2)
  await vi.waitFor(() =>
    expect(asked.map(({ state }) => state.status)).toEqual(['success', 'success']),
  )
})

it('asks for nothing where nothing can be shown', async () => {
  const client = createQueryClient()
  await prefetchUsage(client, () => undefined)
  await prefetchUsage(client, () => question([]))
  await prefetchUsage(client, (accounts) => ({
    ...question(accounts),
    range: { kind: 'days', first: '2030-01-01', last: '2030-01-02' },
  }))
  expect(usageOf(client)).toEqual([])
})

it('leaves it to the view to tell what is wrong', async () => {
  const client = createQueryClient()
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')))
  await expect(prefetchUsage(client, question)).resolves.toBeUndefined()
  expect(usageOf(client)).toEqual([])
})
