import { describe, expect, it } from 'vitest'
import type { UsageRequest } from '../question/request-plan.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import type { UsageRecord } from '../question/usage-record.ts'
import { type CountedRequest, countSeries, planCounted, planRanking } from './counted-plan.ts'
import { bucketTotal } from './usage-series.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const day = (date: string) => new Date(`${date}T00:00:00Z`)

/** By SIM and day: too many records to ask for at once. */
const BY_SIM: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  group: 'sim',
  interval: { start: day('2026-11-01'), end: day('2026-11-03') },
  granularity: 'day',
}

/** @param dollars undefined while they are not known */
function used(date: string, part: string, bytes: number, dollars?: number): UsageRecord {
  const start = day(date)
  return {
    period: { start, end: new Date(start.getTime() + 86_400_000) },
    part,
    data: { total: bytes, download: bytes - 1, upload: 1 },
    commands: { total: 3, download: 2, upload: 1 },
    cost: { amount: dollars ?? 0, currency: dollars === undefined ? undefined : 'USD' },
  }
}

const plannedFor = (plan: readonly CountedRequest[]) =>
  plan.map(({ request }) => request.filter.sim)

const series = (
  query: UsageQuery,
  plan: readonly CountedRequest[],
  answer: (request: UsageRequest) => readonly UsageRecord[] | 'notKept' | undefined,
) =>
  countSeries(
    query,
    plan,
    plan.map(({ request }) => answer(request)),
    NOW,
  )

describe('a stack by SIM', () => {
  const ranked = [[used('2026-11-01', 'HS1', 10), used('2026-11-01', 'HS2', 40)]]

  it('plans nothing before the largest SIMs are known', () => {
    expect(planRanking(BY_SIM, NOW).map(({ request }) => request.granularity)).toEqual(['total'])
    expect(planCounted(BY_SIM, [undefined], NOW)).toEqual([])
  })

  it('asks for the whole and for each of the largest, largest first', () => {
    expect(plannedFor(planCounted(BY_SIM, ranked, NOW))).toEqual([undefined, 'HS2', 'HS1'])
  })

  it('asks for the members it is told, without a ranking', () => {
    const query = { ...BY_SIM, members: ['HS7'] }
    expect(planRanking(query, NOW)).toEqual([])
    expect(plannedFor(planCounted(query, [], NOW))).toEqual([undefined, 'HS7'])
  })

  it('counts for the others what the whole has beyond the SIMs: bytes, Commands and money', () => {
    const made = series(BY_SIM, planCounted(BY_SIM, ranked, NOW), ({ filter }) => {
      if (filter.sim === 'HS1') return [used('2026-11-02', 'whole', 10, 1)]
      if (filter.sim === 'HS2') return [used('2026-11-02', 'whole', 40)]
      return [used('2026-11-01', 'whole', 7, 2), used('2026-11-02', 'whole', 95, 5)]
    })
    const others = made.parts.find(({ key }) => key === 'others')
    expect(others?.data).toEqual({ total: [7, 45], download: [6, 46], upload: [1, -1] })
    expect(others?.commands.total).toEqual([3, -3])
    expect(others?.cost.get('USD')).toEqual([2, 4])
    expect(made.parts.find(({ key }) => key === 'HS2')?.data.total).toEqual([0, 40])
    expect(made.total.data.total).toBe(7 + 95)
    expect(bucketTotal(made, { currency: 'USD' }, 'total', 1)).toBe(5)
  })
})

describe('an answer that is not there', () => {
  const query: UsageQuery = {
    ...BY_SIM,
    group: 'network',
    interval: { start: day('2026-11-17'), end: day('2026-11-21') },
  }

  it.each([undefined, 'notKept'] as const)('(%s) leaves its days unknown', (answer) => {
    const plan = planCounted(query, [], NOW)
    const made = series(query, plan, ({ settled }) => (settled ? answer : []))
    expect(made.buckets.map(({ known }) => known)).toEqual([false, false, true, true])
    expect(made.complete).toBe(false)
  })

  it('is none where every request was answered', () => {
    expect(series(query, planCounted(query, [], NOW), () => []).complete).toBe(true)
  })
})

describe('days that KORE no longer keeps', () => {
  // 18 months before are the 20th of May 2025.
  const old: UsageQuery = {
    ...BY_SIM,
    group: 'network',
    interval: { start: day('2025-03-30'), end: day('2025-05-22') },
  }
  const states = (answer: (request: UsageRequest) => readonly UsageRecord[] | 'notKept') => {
    const { buckets } = series(old, planCounted(old, [], NOW), answer)
    const lost = buckets.filter(({ freshness }) => freshness === 'beyondRetention')
    const dates = lost.map(({ start }) => start.toISOString().slice(0, 10))
    return [lost.length, dates[0], dates.at(-1)]
  }

  it('are known as far as they were kept, quarter by quarter', () => {
    expect(states(() => [])).toEqual([0, undefined, undefined])
    expect(states(({ kept }) => (kept ? 'notKept' : []))).toEqual([51, '2025-03-30', '2025-05-19'])
    const firstQuarter = day('2025-04-01')
    expect(states(({ kept }) => (kept && kept.end > firstQuarter ? 'notKept' : []))).toEqual([
      49,
      '2025-04-01',
      '2025-05-19',
    ])
  })

  it('are all lost to a question that may not ask beyond its range', () => {
    const exact = { ...old, exact: true }
    const { buckets } = series(exact, planCounted(exact, [], NOW), () => [])
    expect(buckets.map(({ known }) => known).indexOf(true)).toBe(51)
  })

  it('count from what was kept only where KORE is not asked', () => {
    const records = ['2025-05-19', '2025-05-20'].map((date) => used(date, 'HW1', 10))
    const made = series(old, planCounted(old, [], NOW), ({ interval }) =>
      records.filter(({ period }) => period.start >= interval.start),
    )
    // The quarter that was kept has the 20th, too, and KORE still tells it: it counts once.
    expect(made.total.data.total).toBe(20)
  })
})
