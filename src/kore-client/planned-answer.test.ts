import fc from 'fast-check'
import { afterAll, beforeAll, describe, it, vi } from 'vitest'
import { allSims } from '#testing/all-sims.ts'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { expectAgreement } from '#testing/expect-agreement.ts'
import { inTimeZones } from '#testing/in-time-zones.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import type { Product } from '#usage/kore/products.ts'
import type { UsageFilter } from '#usage/question/usage-filter.ts'
import {
  resolveQuestion,
  type UsageQuery,
  type UsageQuestion,
} from '#usage/question/usage-query.ts'
import { streamSims } from './programmable-wireless/sims.ts'
import { fetchFleets, fetchNetworks, streamSuperSims } from './super-sim/resources.ts'

const DAY = 86_400_000
const { signal } = new AbortController()

const ACCOUNTS = ['main', 'north']

/** Other questions each time, so that a few of each kind are many before long; `RUNS=100` for a long look. */
const RUNS = Number(process.env.RUNS ?? 6)

let stack: Stack
let sims: Record<Product, string[]>
let fleets: string[]
let networks: string[]

beforeAll(async () => {
  stack = await startStack({ sims: 15, superSims: 30 }, { accounts: ACCOUNTS })
  stubBrowserFetch(stack.gatewayUrl)
  const sids = (things: readonly { sid: string }[]) => things.map(({ sid }) => sid)
  sims = {
    'programmable-wireless': sids(await allSims(streamSims('main', signal))),
    'super-sim': sids(await allSims(streamSuperSims('main', signal))),
  }
  fleets = sids(await fetchFleets('main', signal))
  networks = sids(await fetchNetworks('main', signal))
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
})

/** A day by its distance from today; what is long is asked for without a group, so that it stays quick. */
const day = (offset: number, now: Date) =>
  new Date(now.getTime() + offset * DAY).toISOString().slice(0, 10)

const days = (longest: number, now: Date) =>
  fc
    .tuple(fc.integer({ min: -547, max: 0 }), fc.integer({ min: 0, max: longest }))
    .map(([first, length]) => ({
      kind: 'days' as const,
      first: day(first, now),
      last: day(Math.min(1, first + length), now),
    }))

const relative = fc.record({
  kind: fc.constant('last' as const),
  count: fc.integer({ min: 1, max: 45 }),
  unit: fc.constantFrom('hours' as const, 'days' as const),
})

const granularity = fc.constantFrom(
  'hour' as const,
  'day' as const,
  'month' as const,
  'total' as const,
)

const accounts = fc.constantFrom(['main'], ['main'], ACCOUNTS)

const programmableWireless = (now: Date): fc.Arbitrary<UsageQuestion> =>
  fc
    .record({
      range: fc.oneof(days(60, now), relative),
      granularity,
      accounts,
      group: fc.constantFrom(undefined, 'account' as const),
      sim: fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }),
    })
    .map(({ range, granularity, accounts, group, sim }) => ({
      product: 'programmable-wireless',
      accounts,
      range,
      granularity,
      ...(group ? { group } : {}),
      // A SIM is of one account.
      filter: filterOf({
        sim:
          sim === undefined || accounts.length > 1 ? undefined : sims['programmable-wireless'][sim],
      }),
    }))

const superSim = (now: Date): fc.Arbitrary<UsageQuestion> =>
  fc
    .record({
      range: fc.oneof(days(45, now), relative),
      granularity,
      group: fc.constantFrom(
        undefined,
        'network' as const,
        'country' as const,
        'fleet' as const,
        'sim' as const,
        'account' as const,
      ),
      accounts,
      filters: fc.record({
        sim: fc.option(fc.integer({ min: 0, max: 29 }), { nil: undefined, freq: 1 }),
        fleet: fc.option(fc.integer({ min: 0, max: 11 }), { nil: undefined, freq: 1 }),
        network: fc.option(fc.integer({ min: 0, max: 39 }), { nil: undefined, freq: 1 }),
        country: fc.option(fc.constantFrom('US', 'DE', 'GB'), { nil: undefined, freq: 1 }),
      }),
    })
    .map(({ range, granularity, accounts, group, filters }) => ({
      product: 'super-sim',
      accounts,
      range,
      granularity,
      ...(group ? { group } : {}),
      filter: filterOf({
        sim:
          filters.sim === undefined || accounts.length > 1
            ? undefined
            : sims['super-sim'][filters.sim],
        fleet:
          filters.fleet === undefined || accounts.length > 1 ? undefined : fleets[filters.fleet],
        network: filters.network === undefined ? undefined : networks[filters.network],
        country: filters.country,
      }),
    }))

function filterOf(
  filters: Record<keyof UsageFilter, string | undefined> | { sim: string | undefined },
): UsageFilter {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

function queryOf(question: UsageQuestion, now: Date): UsageQuery {
  const resolved = resolveQuestion(question, now)
  if (resolved.kind === 'problem') throw new Error(resolved.problem.kind)
  return resolved.query
}

inTimeZones('a planned answer', () => {
  it.each([
    ['Programmable Wireless', programmableWireless],
    ['Super SIM', superSim],
  ] as const)(
    'of %s equals the sum over hours, and no request of it is refused',
    async (_, questions) => {
      await fc.assert(
        fc.asyncProperty(questions(STACK_NOW), async (question) =>
          expectAgreement(stack, queryOf(question, STACK_NOW)),
        ),
        { numRuns: RUNS },
      )
    },
    60_000,
  )
})

describe.each([
  '2026-12-31T23:59:59Z',
  '2027-01-01T00:00:00Z',
  '2028-02-29T00:00:00Z',
  '2028-03-31T23:59:59Z',
])('a planned answer at %s', (moment) => {
  const now = new Date(moment)
  beforeAll(() => stack.moveClock(now))

  it.each([
    ['Programmable Wireless', programmableWireless],
    ['Super SIM', superSim],
  ] as const)(
    'of %s equals the sum over hours',
    async (_, questions) => {
      await fc.assert(
        fc.asyncProperty(questions(now), async (question) =>
          expectAgreement(stack, queryOf(question, now), now),
        ),
        { numRuns: RUNS },
      )
    },
    60_000,
  )
})
