import { describe, expect, it } from 'vitest'
import type { Product } from '../kore/products.ts'
import type { UsageRequest } from '../question/request-plan.ts'
import type { UsageQuery } from '../question/usage-query.ts'
import { amountState } from './amount-state.ts'
import { buildSeries } from './build-series.ts'
import { isOutgrown, type Reading, readMoment } from './reading.ts'

const at = (moment: string) => new Date(`2026-11-${moment}:00Z`)
const between = (start: string, end: string) => ({ start: at(start), end: at(end) })

const hourly = (start: string, end: string, product: Product = 'super-sim'): UsageQuery => ({
  product,
  accounts: ['main'],
  filter: {},
  interval: between(start, end),
  granularity: 'hour',
})

describe('when what is known of an interval was read', () => {
  const readings: readonly Reading[] = [
    { interval: between('18T00:00', '19T00:00'), readAt: at('20T11:00') },
    { interval: between('18T00:00', '20T00:00'), readAt: at('20T10:00') },
    { interval: between('20T00:00', '21T00:00'), readAt: at('20T09:00') },
    { interval: between('20T00:00', '22T00:00'), readAt: at('20T11:30') },
  ]

  it('is when the oldest answer that tells of it was', () => {
    const now = at('20T12:00')
    expect(readMoment(between('18T05:00', '18T06:00'), readings, now)).toEqual(at('20T10:00'))
    expect(readMoment(between('19T23:00', '20T01:00'), readings, now)).toEqual(at('20T09:00'))
    expect(readMoment(between('17T23:00', '18T00:00'), readings, now)).toEqual(now)
  })
})

describe('an amount that was read a while ago', () => {
  const build = (query: UsageQuery, readAt: string, now: string) => {
    const reading = { interval: between('18T00:00', '21T00:00'), readAt: at(readAt) }
    return buildSeries(query, [], [], at(now), [reading])
  }
  const statesOf = (series: ReturnType<typeof build>) =>
    series.buckets.map((bucket) => amountState(bucket, 'data'))

  it('is as final as it was then', () => {
    const query = hourly('19T10:00', '19T14:00')
    const then = ['final', 'final', 'provisional', 'provisional']
    expect(statesOf(build(query, '20T12:00', '20T12:00'))).toEqual(then)
    const later = build(query, '20T12:00', '20T23:00')
    expect(statesOf(later)).toEqual(then)
    expect(later.asOf).toEqual(at('20T12:00'))
    expect(later.freshness).toMatchObject({ state: 'mayBeMissing', finalUntil: at('19T12:00') })
  })

  it('is charged as far as it was then', () => {
    const { buckets } = build(hourly('19T11:00', '19T13:00'), '20T12:00', '20T23:00')
    expect(buckets.map(({ charge }) => charge)).toEqual(['charged', 'notCharged'])
  })

  it('is unknown of an hour that had not begun, and no zero', () => {
    const series = build(hourly('20T10:00', '20T16:00'), '20T12:00', '20T14:01')
    expect(statesOf(series)).toEqual([
      'provisional',
      'provisional',
      'provisional',
      'unknown',
      'unknown',
      'future',
    ])
    expect(series.complete).toBe(false)
    // Read a moment before the hour began, and looked at as it does.
    expect(build(hourly('20T10:00', '20T13:00'), '20T11:59', '20T12:00').complete).toBe(true)
    expect(build(hourly('20T10:00', '20T16:00'), '20T12:00', '20T12:00').complete).toBe(true)
  })
})

describe('an answer is outgrown', () => {
  const request: UsageRequest = {
    product: 'programmable-wireless',
    account: 'main',
    filter: {},
    interval: between('18T00:00', '21T00:00'),
    granularity: 'hour',
    settled: false,
  }
  const outgrown = (query: UsageQuery, readAt: string, now: string, settled = false) =>
    isOutgrown(query, { ...request, settled }, at(readAt), at(now))

  it('when an hour of the question could have become final, and not before', () => {
    const query = hourly('18T12:00', '18T14:00', 'programmable-wireless')
    expect(outgrown(query, '20T12:30', '20T12:59')).toBe(false)
    expect(outgrown(query, '20T12:30', '20T13:00')).toBe(true)
    expect(outgrown(query, '20T13:00', '20T13:59')).toBe(false)
    expect(outgrown(query, '20T14:00', '20T23:00')).toBe(false)
  })

  it('when an hour of the question has begun', () => {
    const query = hourly('19T15:00', '20T15:00', 'programmable-wireless')
    expect(outgrown(query, '20T13:30', '20T13:59')).toBe(false)
    expect(outgrown(query, '20T13:30', '20T14:00')).toBe(true)
  })

  it('never when it was settled, nor by what another request answers', () => {
    const query = hourly('18T12:00', '18T14:00', 'programmable-wireless')
    expect(outgrown(query, '20T12:30', '20T13:00', true)).toBe(false)
    const other = { ...request, interval: between('19T00:00', '21T00:00') }
    expect(isOutgrown(query, other, at('20T12:30'), at('20T13:00'))).toBe(false)
  })
})
