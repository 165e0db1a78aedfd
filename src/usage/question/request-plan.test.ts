import { describe, expect, it } from 'vitest'
import type { Granularity } from '../time/granularity.ts'
import { durationOf } from '../time/interval.ts'
import type { TimeRange } from '../time/time-range.ts'
import { beyondRetention, memberQueries, planRequests, rankingQuery } from './request-plan.ts'
import { type Group, resolveQuestion, type UsageQuery } from './usage-query.ts'

const NOW = new Date('2026-11-20T12:34:00Z')

function plan(range: TimeRange, granularity: Granularity, now = NOW): string[] {
  const resolved = resolveQuestion(
    { product: 'programmable-wireless', accounts: ['main'], filter: {}, range, granularity },
    now,
  )
  if (resolved.kind === 'problem') throw new Error(resolved.problem.kind)
  return planRequests(resolved.query, now).map(
    ({ interval, settled }) =>
      `${interval.start.toISOString().slice(0, 13)} ${interval.end.toISOString().slice(0, 13)} ${settled ? 'settled' : 'open'}`,
  )
}

const lastDays = (count: number): TimeRange => ({ kind: 'last', count, unit: 'days' })

describe('request plan', () => {
  it('widens days to the quarter, and cuts what may still change off at midnight', () => {
    expect(plan(lastDays(7), 'day')).toEqual([
      '2026-10-01T00 2026-11-18T00 settled',
      '2026-11-18T00 2026-11-21T00 open',
    ])
  })

  it('shares every request between the last 7 and 30 days', () => {
    expect(plan(lastDays(30), 'day')).toEqual(plan(lastDays(7), 'day'))
  })

  it('asks for the last day with one open request', () => {
    expect(plan({ kind: 'last', count: 24, unit: 'hours' }, 'hour')).toEqual([
      '2026-11-18T00 2026-11-21T00 open',
    ])
  })

  it('asks for hours month by month', () => {
    expect(plan({ kind: 'days', first: '2026-08-31', last: '2026-10-01' }, 'hour')).toEqual([
      '2026-08-01T00 2026-09-01T00 settled',
      '2026-09-01T00 2026-10-01T00 settled',
      '2026-10-01T00 2026-11-01T00 settled',
    ])
  })

  it('asks for 18 months of days with at most nine requests, and never for older', () => {
    const requests = plan(lastDays(549), 'day')
    expect(requests.length).toBeLessThanOrEqual(9)
    expect(requests[0]).toBe('2025-05-20T00 2025-07-01T00 settled')
  })

  it('asks for a total as it is, cut only where it stops being settled', () => {
    expect(plan(lastDays(30), 'total')).toEqual([
      '2026-10-22T00 2026-11-18T00 settled',
      '2026-11-18T00 2026-11-20T13 open',
    ])
  })

  it('keeps its requests for a whole day', () => {
    const early = plan(lastDays(30), 'day', new Date('2026-11-20T00:00:00Z'))
    expect(plan(lastDays(30), 'day', new Date('2026-11-20T23:59:00Z'))).toEqual(early)
  })
})

describe('request plan of Super SIM', () => {
  const superSim = (range: TimeRange, granularity: Granularity, group?: Group) => {
    const question = {
      product: 'super-sim',
      accounts: ['main'],
      filter: {},
      range,
      granularity,
    } as const
    const resolved = resolveQuestion(group ? { ...question, group } : question, NOW)
    if (resolved.kind === 'problem') throw new Error(resolved.problem.kind)
    return resolved.query
  }
  const count = (query: UsageQuery) => planRequests(query, NOW).length

  it('settles a day sooner than Programmable Wireless', () => {
    const [settled] = planRequests(superSim(lastDays(7), 'day'), NOW)
    expect(settled?.interval.end).toEqual(new Date('2026-11-19'))
  })

  it('asks for groups exactly, as wider answers would cost pages', () => {
    const [first] = planRequests(superSim(lastDays(7), 'day', 'network'), NOW)
    expect(first?.interval.start).toEqual(new Date('2026-11-14'))
  })

  it('asks for a year by SIM month by month, in totals', () => {
    const requests = planRequests(superSim(lastDays(365), 'month', 'sim'), NOW)
    expect(requests).toHaveLength(14)
    expect(new Set(requests.map(({ granularity }) => granularity))).toEqual(new Set(['total']))
    expect(requests.every(({ interval }) => durationOf(interval) <= 31 * 86_400_000)).toBe(true)
  })

  it('makes weeks of days, and of the largest SIMs alone', () => {
    const byWeek = superSim(lastDays(84), 'week', 'fleet')
    expect(planRequests(byWeek, NOW).every(({ granularity }) => granularity === 'day')).toBe(true)
    expect(rankingQuery(superSim(lastDays(84), 'week', 'sim'))?.granularity).toBe('total')
  })

  it('asks for days by SIM within 31 days each, as KORE allows no more', () => {
    const range: TimeRange = { kind: 'days', first: '2026-07-01', last: '2026-09-30' }
    const months = planRequests(superSim(range, 'day', 'sim'), NOW).map(({ interval }) =>
      [interval.start, interval.end].map((moment) => moment.toISOString().slice(0, 10)).join(' '),
    )
    expect(months).toEqual([
      '2026-07-01 2026-08-01',
      '2026-08-01 2026-09-01',
      '2026-09-01 2026-10-01',
    ])
    expect(count(superSim(range, 'day', 'country'))).toBe(1)
    expect(count(superSim(range, 'total', 'sim'))).toBe(3)
  })

  it('finds the largest SIMs first where all of them would be thousands of pages', () => {
    const byDay = superSim(lastDays(30), 'day', 'sim')
    expect(rankingQuery(byDay)).toEqual({ ...byDay, granularity: 'total' })
    expect(rankingQuery(superSim(lastDays(30), 'day', 'network'))).toBeUndefined()
    const { whole, members } = memberQueries(byDay, ['HS1', 'HS2'])
    expect([whole, ...members].map(count)).toEqual([2, 2, 2])
    expect(members[1]?.filter).toEqual({ sim: 'HS2' })
    expect(whole.group).toBeUndefined()
  })

  it('asks for nothing beyond an exact question, neither wider nor older', () => {
    const byDay = superSim({ kind: 'days', first: '2025-05-10', last: '2025-06-10' }, 'day')
    const asked = (query: UsageQuery) => planRequests(query, NOW).map(({ interval }) => interval)
    const exact = { start: new Date('2025-05-20'), end: new Date('2025-06-11') }
    expect(asked({ ...byDay, exact: true })).toEqual([exact])
    expect(asked(byDay)).toHaveLength(2)
  })

  it('needs no ranking of members that are told', () => {
    const byDay = superSim(lastDays(30), 'day', 'sim')
    expect(rankingQuery({ ...byDay, members: ['HS1'] })).toBeUndefined()
  })

  it('says what it does not ask for as it is too old', () => {
    const lost = beyondRetention(
      superSim({ kind: 'days', first: '2025-05-10', last: '2025-06-10' }, 'day'),
      NOW,
    )
    expect(lost).toEqual({ start: new Date('2025-05-10'), end: new Date('2025-05-20') })
    expect(beyondRetention(superSim(lastDays(30), 'day'), NOW)).toBeUndefined()
  })
})
