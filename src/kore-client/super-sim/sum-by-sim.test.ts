import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { finishSteps } from '#testing/finish-steps.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import { planRequests } from '#usage/question/request-plan.ts'
import { amountsOfDays, buildSimDays, planSimDays } from '#usage/sims/sim-days.ts'
import { amountsOfSim, bytesOfSim, indexSims, SID_LENGTH } from '#usage/sims/sim-sums.ts'
import { fetchUsage } from '../fetch-usage.ts'
import { fetchSuperSimUsage } from './fetch-usage.ts'
import { sumBySim } from './sum-by-sim.ts'

const { signal } = new AbortController()
let stack: Stack

beforeAll(async () => {
  // More than a page, so that pages are followed.
  stack = await startStack({ superSims: 2_300 })
  stubBrowserFetch(stack.gatewayUrl)
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
})

/** Some of what is final, and some of whose charge not all is known. */
const INTERVAL = { start: new Date('2026-11-16T00:00:00Z'), end: new Date('2026-11-21T00:00:00Z') }

it.each(['total', 'day'] as const)('sums by %s what the records say, SIM by SIM', async (by) => {
  const query = {
    product: 'super-sim',
    accounts: ['main'],
    filter: {},
    group: 'sim',
    granularity: by,
    interval: INTERVAL,
  } as const
  const requests = planRequests(query, STACK_NOW)
  const summed = await Promise.all(requests.map((request) => sumBySim(request, signal)))
  const sums = summed.map(({ value }) => finishSteps(indexSims(value)))
  const read = await Promise.all(requests.map((request) => fetchSuperSimUsage(request, signal)))
  const records = read.flatMap(({ value }) => value)
  expect(records.length).toBeGreaterThan(1_000)
  const expected = new Map<string, { bytes: number; cost: number; uncharged: number }>()
  for (const { part, data, cost } of records) {
    const known = expected.get(part) ?? { bytes: 0, cost: 0, uncharged: 0 }
    expected.set(part, {
      bytes: known.bytes + data.total,
      cost: known.cost + (cost?.amount ?? 0),
      uncharged: known.uncharged + (cost?.currency === undefined ? data.total : 0),
    })
  }
  for (const [sid, { bytes, cost, uncharged }] of expected) {
    const amounts = amountsOfSim(sums, sid)
    expect(amounts.data.total).toBe(bytes)
    expect(amounts.data.download + amounts.data.upload).toBe(bytes)
    expect(bytesOfSim(sums, sid)).toBe(bytes)
    expect(amounts.cost.get('USD') ?? 0).toBeCloseTo(cost, 6)
    expect(amounts.unchargedBytes).toBe(uncharged)
  }
  expect([...expected.values()].some(({ uncharged }) => uncharged > 0)).toBe(by === 'day')
  for (const { value } of summed) {
    expect(value.uncharged).toHaveLength((value.sids.length / SID_LENGTH) * value.periods)
  }
})

it('tells one SIM’s days and countries as the sum over all SIMs does', async () => {
  const query = {
    product: 'super-sim',
    accounts: ['main'],
    filter: {},
    group: 'sim',
    granularity: 'total',
    interval: INTERVAL,
  } as const
  const summed = await Promise.all(
    planRequests(query, STACK_NOW).map((request) => sumBySim(request, signal)),
  )
  const sums = summed.map(({ value }) => finishSteps(indexSims(value)))
  for (const sid of [...(sums[0]?.rows.keys() ?? [])].slice(0, 5)) {
    const asked = { account: 'main', product: 'super-sim', sid } as const
    const days = await Promise.all(
      planSimDays(asked, INTERVAL, STACK_NOW).map(async (request) => {
        const { value } = await fetchUsage(request, signal)
        return buildSimDays(request, value === 'notKept' ? [] : value)
      }),
    )
    expect(amountsOfDays(days, INTERVAL).data).toEqual(amountsOfSim(sums, sid).data)
    expect(days.flatMap((part) => part.days.flatMap(({ countries }) => countries))).not.toEqual([])
  }
})
