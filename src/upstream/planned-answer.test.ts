import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { allSims } from '#testing/all-sims.ts'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { inTimeZones } from '#testing/in-time-zones.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import {
  type Answers,
  type CountedRequest,
  countSeries,
  planCounted,
  planRanking,
} from '#usage/counted-plan.ts'
import { bucketsOf } from '#usage/granularity.ts'
import type { Product } from '#usage/products.ts'
import type { Interval } from '#usage/time-range.ts'
import {
  resolveQuestion,
  type UsageFilter,
  type UsageQuery,
  type UsageQuestion,
} from '#usage/usage-query.ts'
import { bucketTotal, LARGEST_MEMBERS } from '#usage/usage-series.ts'
import { fetchUsage } from './fetch-usage.ts'
import { streamSims } from './programmable-wireless/sims.ts'
import { fetchFleets, fetchNetworks, streamSuperSims } from './super-sim/resources.ts'

const DAY = 86_400_000
const { signal } = new AbortController()

const ACCOUNTS = ['main', 'north']

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

/** Plans, fetches and counts, as the app does. */
async function answer(query: UsageQuery) {
  const fetchAll = (plan: readonly CountedRequest[]): Promise<Answers> =>
    Promise.all(plan.map(async ({ request }) => (await fetchUsage(request, signal)).value))
  const ranked = await fetchAll(planRanking(query, STACK_NOW))
  const plan = planCounted(query, ranked, STACK_NOW)
  return countSeries(query, plan, await fetchAll(plan), STACK_NOW)
}

interface Hour {
  readonly start: number
  readonly member: string
  readonly bytes: number
  readonly micros: number
}

/** An hourly record of either product. */
interface WireHour {
  readonly period: { readonly start?: string; readonly start_time?: string }
  readonly data?: { readonly total: number }
  readonly data_total?: number
  readonly data_total_billed?: string
  readonly network_sid?: string
  readonly iso_country?: string
  readonly fleet_sid?: string
  readonly sim_sid?: string
}

const SUPER_SIM_GROUPS = {
  network: 'network',
  country: 'isoCountry',
  fleet: 'fleet',
  sim: 'sim',
} as const
const MEMBER_KEYS = {
  network: 'network_sid',
  country: 'iso_country',
  fleet: 'fleet_sid',
  sim: 'sim_sid',
} as const

/** The sandbox's own records hour by hour, asked for in plain slices that have nothing of a plan. */
async function hoursOf(query: UsageQuery): Promise<Hour[]> {
  const hours = query.accounts.map((account) => hoursOfAccount(query, account))
  return (await Promise.all(hours)).flat()
}

async function hoursOfAccount(query: UsageQuery, account: string): Promise<Hour[]> {
  const { product, filter, interval } = query
  const group = query.group === 'account' ? undefined : query.group
  const hours: Hour[] = []
  for (let start = interval.start.getTime(); start < interval.end.getTime(); start += 30 * DAY) {
    const end = Math.min(start + 30 * DAY, interval.end.getTime())
    const superSim = product === 'super-sim'
    const parameters = new URLSearchParams({
      Granularity: superSim ? 'hour' : 'hourly',
      [superSim ? 'StartTime' : 'Start']: new Date(start).toISOString(),
      [superSim ? 'EndTime' : 'End']: new Date(end).toISOString(),
      PageSize: '1000',
      ...(superSim && filter.sim ? { Sim: filter.sim } : {}),
      ...(filter.fleet ? { Fleet: filter.fleet } : {}),
      ...(filter.network ? { Network: filter.network } : {}),
      ...(filter.country ? { IsoCountry: filter.country } : {}),
      ...(group ? { Group: SUPER_SIM_GROUPS[group] } : {}),
    })
    const resource = !superSim && filter.sim ? `Sims/${filter.sim}/UsageRecords` : 'UsageRecords'
    const path = `${stack.gatewayUrl}/api/accounts/${account}/${product}/v1/${resource}`
    let next: string | undefined = `?${parameters}`
    while (next) {
      const page: { usage_records: WireHour[]; meta: { next_page_url: string | null } } = await (
        await fetch(path + next)
      ).json()
      hours.push(...page.usage_records.map((record) => parseHour(record, query, account)))
      next = page.meta.next_page_url ? new URL(page.meta.next_page_url).search : undefined
    }
  }
  return hours
}

function parseHour(record: WireHour, { accounts, group }: UsageQuery, account: string): Hour {
  const named = group && group !== 'account' ? String(record[MEMBER_KEYS[group]]) : 'all'
  const apart = accounts.length > 1 && (group === 'fleet' || group === 'sim')
  return {
    start: Date.parse(record.period.start ?? record.period.start_time ?? ''),
    member: group === 'account' ? account : apart ? `${account}/${named}` : named,
    bytes: record.data?.total ?? record.data_total ?? Number.NaN,
    micros: Math.round(Number(record.data_total_billed ?? 0) * 1e6),
  }
}

function within({ start, end }: Interval) {
  return (hour: Hour) => hour.start >= start.getTime() && hour.start < end.getTime()
}

const sumBytes = (hours: readonly Hour[]) => hours.reduce((sum, { bytes }) => sum + bytes, 0)

async function expectAgreement(query: UsageQuery): Promise<void> {
  const [series, hours] = [await answer(query), await hoursOf(query)]
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

/** A day by its distance from today; what is long is asked for without a group, so that it stays quick. */
const day = (offset: number) =>
  new Date(STACK_NOW.getTime() + offset * DAY).toISOString().slice(0, 10)

const days = (longest: number) =>
  fc
    .tuple(fc.integer({ min: -547, max: 0 }), fc.integer({ min: 0, max: longest }))
    .map(([first, length]) => ({
      kind: 'days' as const,
      first: day(first),
      last: day(Math.min(1, first + length)),
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

const programmableWireless: fc.Arbitrary<UsageQuestion> = fc
  .record({
    range: fc.oneof(days(60), relative),
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

const superSim: fc.Arbitrary<UsageQuestion> = fc
  .record({
    range: fc.oneof(days(45), relative),
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
      fleet: filters.fleet === undefined || accounts.length > 1 ? undefined : fleets[filters.fleet],
      network: filters.network === undefined ? undefined : networks[filters.network],
      country: filters.country,
    }),
  }))

function filterOf(
  filters: Record<keyof UsageFilter, string | undefined> | { sim: string | undefined },
): UsageFilter {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

function queryOf(question: UsageQuestion): UsageQuery {
  const resolved = resolveQuestion(question, STACK_NOW)
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
        fc.asyncProperty(questions, async (question) => expectAgreement(queryOf(question))),
        { numRuns: 25 },
      )
    },
    60_000,
  )
})

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
      await expectAgreement(queryOf(question))
    },
    60_000,
  )

  it('costs at most 9 requests by day, at most 1 when asked again', async () => {
    for (const product of ['super-sim', 'programmable-wireless'] as const) {
      stack.forget()
      const asking = async () => {
        stack.asked.length = 0
        await answer(queryOf(long(product, 'day', 549)))
        return stack.asked.length
      }
      expect(await asking()).toBeLessThanOrEqual(9)
      expect(await asking()).toBeLessThanOrEqual(1)
    }
  })

  it('shares its requests: from 7 to 30 days at most one is new', async () => {
    stack.forget()
    await answer(queryOf(long('super-sim', 'day', 7)))
    stack.asked.length = 0
    await answer(queryOf(long('super-sim', 'day', 30)))
    expect(stack.asked.length).toBeLessThanOrEqual(1)
  })
})
