import { environmentManager, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { timeLeft } from '#usage/sims/gathering.ts'
import { type AskedSim, planSimDays } from '#usage/sims/sim-days.ts'
import { askedKey } from '../query-key.ts'
import { simDaysQuery } from './sim-usage.ts'
import { type GatheredDays, gatheredDaysQuery } from './use-gathered-days.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const INTERVAL = { start: new Date('2026-09-12'), end: new Date('2026-11-18') }
const SOURCE = {
  key: askedKey('sims', { account: 'main', product: 'programmable-wireless' }),
  pieces: [],
} as const

const sims = (count: number): AskedSim[] =>
  Array.from({ length: count }, (_, index) => ({
    account: 'main',
    product: 'programmable-wireless',
    sid: `DE${index}`,
  }))

const answer = () => Response.json({ meta: { next_page_url: null }, usage_records: [] })
const down = () => Response.json({ status: 503, message: 'Down.' }, { status: 503 })
const refused = () => Response.json({ status: 400, message: 'No.' }, { status: 400 })
const fetched = vi.fn<(url: string, options?: RequestInit) => Promise<Response>>()

// Without a window it would take itself for a server, where nothing is asked for.
environmentManager.setIsServer(() => false)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetched)
  fetched.mockReset()
})

afterEach(async () => {
  // What is on its way keeps its place in a queue that all share.
  await vi.advanceTimersByTimeAsync(60_000)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Looks at a gathering. @param client of a page that is open already */
function look(count: number, client = new QueryClient()) {
  const asked = gatheredDaysQuery(
    { sims: sims(count), sources: [SOURCE], choice: {} },
    INTERVAL,
    NOW,
  )
  const observer = new QueryObserver<GatheredDays>(client, asked)
  const leave = observer.subscribe(() => undefined)
  return { client, leave, known: () => observer.getCurrentResult().data }
}

const after = (milliseconds: number, response: () => Response) => async () => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  return response()
}

it('tells by the pace of KORE how long the rest will take', async () => {
  fetched.mockImplementation(after(1_000, answer))
  const { known, leave } = look(400)
  await vi.advanceTimersByTimeAsync(20_900)
  const gathered = known()
  expect(gathered?.days.size).toBe(80)
  // Four a second: 320 more take 80 s; what is shown is up to a third of a second old.
  const left = timeLeft(gathered?.pace ?? [], 320) ?? 0
  expect(Math.abs(left - 80_000)).toBeLessThan(4_000)
  leave()
})

it('waits while KORE is ill, says so, and loses no SIM', async () => {
  fetched.mockImplementation(after(100, down))
  const { known, leave } = look(12)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(known()?.waitsFor).toMatchObject({ kind: 'unavailable', status: 503 })
  // It is not asked again and again: each of four a second time, after its rest.
  expect(fetched.mock.calls.length).toBe(8)
  fetched.mockImplementation(after(100, answer))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(known()?.days.size).toBe(12)
  expect(known()?.failures.size).toBe(0)
  expect(known()?.waitsFor).toBeUndefined()
  leave()
})

it('leaves out at once what no time can cure, and does not wait for it', async () => {
  fetched.mockImplementation((url) => Promise.resolve(url.includes('DE3/') ? refused() : answer()))
  const { known, leave } = look(12)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(known()?.days.size).toBe(11)
  expect([...(known()?.failures.keys() ?? [])]).toEqual(['DE3'])
  leave()
})

it('goes on for who comes back, and asks for nothing twice', async () => {
  fetched.mockImplementation(after(1_000, answer))
  const { client, leave } = look(100)
  await vi.advanceTimersByTimeAsync(10_500)
  leave()
  await vi.advanceTimersByTimeAsync(60_000)
  const asked = fetched.mock.calls.length
  // The four that were on their way when somebody left came in.
  expect(asked).toBeLessThanOrEqual(48)
  const { known, leave: leaveAgain } = look(100, client)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(known()?.days.size).toBe(100)
  expect(fetched.mock.calls.length).toBe(100)
  leaveAgain()
})

it('asks itself where a row in sight had asked and went out of sight', async () => {
  fetched.mockImplementation(after(1_000, answer))
  const client = new QueryClient()
  const [sim] = sims(1)
  const [request] = sim ? planSimDays(sim, INTERVAL, NOW) : []
  if (!request) throw new Error('Nothing is asked for.')
  const row = new QueryObserver(client, simDaysQuery(request)).subscribe(() => undefined)
  const { known, leave } = look(1, client)
  await vi.advanceTimersByTimeAsync(500)
  row()
  await vi.advanceTimersByTimeAsync(3_000)
  expect([...(known()?.failures ?? [])]).toEqual([])
  expect(known()?.days.size).toBe(1)
  leave()
})

it('lets what is in sight go first', async () => {
  fetched.mockImplementation(after(10, answer))
  const { leave } = look(1)
  await vi.advanceTimersByTimeAsync(1_000)
  const [, options] = fetched.mock.calls[0] ?? []
  expect(new Headers(options?.headers).get('Priority')).toBe('u=5')
  leave()
})
