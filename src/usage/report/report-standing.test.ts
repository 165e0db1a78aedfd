import { describe, expect, it } from 'vitest'
import type { Product } from '../kore/products.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import type { UsageSeries } from '../series/usage-series.ts'
import { bucketsOf } from '../time/granularity.ts'
import { type AskedSeries, countAsked, planAsked, wholeSeries } from './asked-series.ts'
import { reportStanding } from './report-standing.ts'

const OCTOBER = { start: new Date('2026-10-01T00:00:00Z'), end: new Date('2026-11-01T00:00:00Z') }
const SECOND = 1000
const HOUR = 3600 * SECOND

const askedOf = (product: Product): AskedSeries =>
  wholeSeries({ product, accounts: ['main'], filter: {}, granularity: 'day', interval: OCTOBER })

/** A day as an upstream tells it that charges at the last moment that it may: 24 hours after its end. */
function recordAt(period: UsageRecord['period'], product: Product, readAt: Date): UsageRecord {
  const isCharged =
    product === 'programmable-wireless' || readAt.getTime() - period.end.getTime() >= 24 * HOUR
  return {
    period,
    part: product === 'super-sim' ? 'whole' : 'home',
    data: { total: 5, download: 5, upload: 0 },
    commands: NO_FLOW,
    ...(isCharged ? { cost: { amount: 1, currency: 'USD' } } : {}),
  }
}

/** The month of a product as it is planned, and was read, at two moments. */
function seriesAt(product: Product, now: Date, readAt: Date = now): UsageSeries {
  const asked = askedOf(product)
  // What is shown now is what was asked for then.
  const plan = planAsked(asked, readAt)
  const answers = plan.map(({ request: { interval } }) =>
    bucketsOf(interval, 'day').map((day) => recordAt(day, product, readAt)),
  )
  return countAsked(
    asked,
    plan,
    answers,
    now,
    plan.map(() => readAt),
  )
}

const kindAt = (series: readonly UsageSeries[], now: Date) =>
  reportStanding({ month: OCTOBER, series, loading: false, failed: false }, now).kind

describe('the standing of a report', () => {
  it.each<[Product, string]>([
    ['super-sim', '2026-11-02T00:00:00Z'],
    ['programmable-wireless', '2026-11-03T00:00:00Z'],
  ])('of %s is final from %s on, and at no second before', (product, from) => {
    const boundary = new Date(from).getTime()
    for (let second = -300; second <= 300; second += 1) {
      const now = new Date(boundary + second * SECOND)
      const expected = second < 0 ? 'preliminary' : 'final'
      expect(kindAt([seriesAt(product, now)], now), now.toISOString()).toBe(expected)
    }
  })

  it('is judged by when its numbers were read, and not by the clock alone', () => {
    const boundary = new Date('2026-11-02T00:00:00Z').getTime()
    for (let second = 1; second <= 300; second += 1) {
      const [read, now] = [boundary - second * SECOND, boundary + second * SECOND]
      const series = seriesAt('super-sim', new Date(now), new Date(read))
      expect(kindAt([series], new Date(now)), new Date(read).toISOString()).toBe('preliminary')
    }
  })

  it('of several is as final as the least final of them', () => {
    const now = new Date('2026-11-02T12:00:00Z')
    const both = [seriesAt('super-sim', now), seriesAt('programmable-wireless', now)]
    expect(kindAt(both, now)).toBe('preliminary')
    const standing = reportStanding(
      { month: OCTOBER, series: both, loading: false, failed: false },
      now,
    )
    expect(standing.usageFinalAt).toEqual(new Date('2026-11-03T00:00:00Z'))
    expect(standing.chargedInFullAt).toEqual(new Date('2026-11-02T00:00:00Z'))
  })

  it('is running until its month has ended, whatever is read of it', () => {
    const now = new Date('2026-10-31T23:59:59Z')
    expect(kindAt([seriesAt('super-sim', now)], now)).toBe('running')
    expect(kindAt([], new Date('2026-09-30T23:59:59Z'))).toBe('future')
  })

  it('is never final while something is missing', () => {
    const now = new Date('2026-11-20T12:00:00Z')
    const series = [seriesAt('super-sim', now)]
    const kind = (loading: boolean, failed: boolean) =>
      reportStanding({ month: OCTOBER, series, loading, failed }, now).kind
    expect(kind(true, false)).toBe('loading')
    expect(kind(false, true)).toBe('incomplete')
    expect(kind(false, false)).toBe('final')
    const asked = askedOf('super-sim')
    const plan = planAsked(asked, now)
    const incomplete = countAsked(
      asked,
      plan,
      plan.map(() => undefined),
      now,
      [],
    )
    expect(kindAt([incomplete], now)).toBe('incomplete')
    expect(kindAt([], now)).toBe('incomplete')
  })

  it('says so where a charge is missing that should be there', () => {
    const now = new Date('2026-11-20T12:00:00Z')
    for (const product of ['super-sim', 'programmable-wireless'] as const) {
      const asked = askedOf(product)
      const plan = planAsked(asked, now)
      const answers = plan.map(({ request: { interval } }) =>
        bucketsOf(interval, 'day').map((day): UsageRecord => {
          const { cost, ...uncharged } = recordAt(day, product, now)
          const lacks = day.start.getTime() === Date.UTC(2026, 9, 12)
          return lacks ? uncharged : { ...uncharged, ...(cost ? { cost } : {}) }
        }),
      )
      const series = countAsked(asked, plan, answers, now, [])
      const standing = reportStanding(
        { month: OCTOBER, series: [series], loading: false, failed: false },
        now,
      )
      expect(standing).toMatchObject({ kind: 'lacking', isChargedInFull: false })
      expect(standing.lacksFrom).toEqual(new Date('2026-10-12T00:00:00Z'))
    }
  })

  it('waits for no charge of a product that tells none', () => {
    const now = new Date('2026-11-20T12:00:00Z')
    const asked = askedOf('programmable-wireless')
    const plan = planAsked(asked, now)
    const answers = plan.map(({ request: { interval } }) =>
      bucketsOf(interval, 'day').map((day): UsageRecord => {
        const { cost: _, ...uncharged } = recordAt(day, 'programmable-wireless', now)
        return uncharged
      }),
    )
    expect(kindAt([countAsked(asked, plan, answers, now, [])], now)).toBe('final')
  })
})
