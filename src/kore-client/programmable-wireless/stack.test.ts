import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { allSims } from '#testing/all-sims.ts'
import { stubBrowserFetch } from '#testing/browser-fetch.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'
import { planRequests } from '#usage/question/request-plan.ts'
import { resolveQuestion } from '#usage/question/usage-query.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import type { Granularity } from '#usage/time/granularity.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { UpstreamFailure } from '../upstream-error.ts'
import { fetchProgrammableWirelessUsage } from './fetch-usage.ts'
import { fetchDataSessions, fetchRatePlans, fetchSim, streamSims } from './sims.ts'

const { signal } = new AbortController()
let stack: Stack

beforeAll(async () => {
  stack = await startStack({ sims: 80 })
  stubBrowserFetch(stack.gatewayUrl)
})

afterEach(() => stack.sandbox.setFault('none'))

afterAll(async () => {
  vi.unstubAllGlobals()
  await stack.close()
})

async function seriesOf(range: TimeRange, granularity: Granularity) {
  const question = {
    product: 'programmable-wireless',
    accounts: ['main'],
    filter: {},
    range,
    granularity,
  } as const
  const resolved = resolveQuestion(question, STACK_NOW)
  if (resolved.kind === 'problem') throw new Error(resolved.problem.kind)
  const requests = planRequests(resolved.query, STACK_NOW)
  const answers = await Promise.all(
    requests.map((request) => fetchProgrammableWirelessUsage(request, signal)),
  )
  const records = answers.flatMap(({ value }) => value)
  return buildSeries(resolved.query, records, [], STACK_NOW)
}

const RANGE: TimeRange = { kind: 'last', count: 30, unit: 'days' }

describe('from sandbox through gateway to series', () => {
  it('tells the same totals by hour, by day, by month and as one', async () => {
    const [hour, day, month, total] = await Promise.all(
      (['hour', 'day', 'month', 'total'] as const).map((by) => seriesOf(RANGE, by)),
    )
    expect(hour?.total.data.total).toBeGreaterThan(0)
    for (const series of [day, month, total]) {
      expect(series?.total).toEqual(hour?.total)
      expect(series?.parts.map((part) => part.total)).toEqual(hour?.parts.map((part) => part.total))
      // Bucket by bucket they differ, as the buckets do.
      const countries = (of: UsageSeries | undefined) =>
        of?.countries.map(({ country, data, commands, cost, commandsCost, charged }) => ({
          country,
          amounts: { data, commands, cost, commandsCost },
          charged,
        }))
      expect(countries(series)).toEqual(countries(hour))
    }
  })

  it('reads SIMs, plans and sessions', async () => {
    const sims = await allSims(streamSims('main', signal))
    expect(sims).toHaveLength(80)
    const active = sims.find(({ status }) => status === 'active')
    if (!active) throw new Error('no active SIM')
    expect(await fetchSim('main', active.sid, signal)).toEqual(active)
    const plans = await fetchRatePlans('main', signal)
    expect(plans.some(({ sid }) => sid === active.planSid)).toBe(true)
    expect(plans.find(({ name }) => name === 'Sensor 10 MB')?.limits).toEqual([
      { part: 'home', bytes: 10_000_000 },
      { part: 'nationalRoaming', bytes: 2_000_000 },
      { part: 'internationalRoaming', bytes: 5_000_000 },
    ])
    const sessions = await fetchDataSessions('main', active.sid, signal)
    expect(sessions[0]?.start.getTime()).toBeLessThan(STACK_NOW.getTime())
    const starts = sessions.map(({ start }) => start.getTime())
    expect(starts).toEqual(starts.toSorted((a, b) => b - a))
    expect(sessions.every(({ packetsUploaded = 0 }) => packetsUploaded > 0)).toBe(true)
  })

  it.each([
    ['429', 'rateLimited'],
    ['500', 'unavailable'],
    ['html', 'unavailable'],
    ['cut', 'unavailable'],
  ] as const)(
    'says what happened under fault %s',
    async (fault, kind) => {
      stack.forget()
      stack.sandbox.setFault(fault)
      const failure = await allSims(streamSims('main', signal)).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(UpstreamFailure)
      expect(failure).toMatchObject({ error: { kind } })
    },
    15_000,
  )
})
