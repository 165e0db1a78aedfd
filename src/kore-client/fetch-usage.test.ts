import { afterEach, expect, it, vi } from 'vitest'
import type { UsageRequest } from '#usage/question/request-plan.ts'
import { fetchUsage } from './fetch-usage.ts'

const signal = new AbortController().signal

const REQUEST: UsageRequest = {
  account: 'main',
  product: 'programmable-wireless',
  filter: {},
  granularity: 'day',
  interval: { start: new Date('2026-10-01T00:00:00Z'), end: new Date('2026-10-02T00:00:00Z') },
  settled: true,
}

afterEach(() => vi.unstubAllGlobals())

/** A gateway that answers nothing until it is told to, and remembers what it was asked with. */
function holdGateway() {
  const priorities: (string | null)[] = []
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
    priorities.push(new Headers(headers).get('Priority'))
    await held
    return Response.json({ usage_records: [], meta: { next_page_url: null } })
  })
  return { priorities, letGo }
}

it('asks at once for what is in sight, however much is gathered, and says which is which', async () => {
  const { priorities, letGo } = holdGateway()
  const gathered = Array.from({ length: 10 }, () => fetchUsage(REQUEST, signal, 'gathering'))
  const inSight = fetchUsage(REQUEST, signal)
  await new Promise((resolve) => setTimeout(resolve))
  expect(priorities).toEqual(['u=5', 'u=5', 'u=5', 'u=5', null])
  letGo()
  await Promise.all([...gathered, inSight])
  expect(priorities.filter((priority) => priority === 'u=5')).toHaveLength(10)
})
