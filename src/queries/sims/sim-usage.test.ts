import { environmentManager, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { planSimDays } from '#usage/sims/sim-days.ts'
import { simDaysQuery } from './sim-usage.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const SIM = { account: 'main', product: 'super-sim', sid: 'HS1' } as const

// Without a window it would take itself for a server, where nothing is asked for.
environmentManager.setIsServer(() => false)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Reads the days from one until another. @param age of the answer, in seconds */
async function read(first: string, end: string, age: string) {
  const answer = { meta: { next_page_url: null }, usage_records: [] }
  vi.stubGlobal('fetch', async () => Response.json(answer, { headers: { age } }))
  const interval = { start: new Date(first), end: new Date(end) }
  const [request] = planSimDays(SIM, interval, NOW)
  if (!request) throw new Error('nothing to ask for')
  const fetching = new QueryClient().fetchQuery(simDaysQuery(request))
  await vi.advanceTimersByTimeAsync(1_000)
  return fetching
}

it('keeps when KORE gave the days, and not when they came', async () => {
  const days = await read('2026-11-01', '2026-11-21', '3600')
  expect(days.readAt).toEqual(new Date('2026-11-20T11:00:00Z'))
})

it('has no such moment for days that cannot change', async () => {
  const days = await read('2026-10-01', '2026-11-01', '3600')
  expect(days.readAt).toBeUndefined()
})
