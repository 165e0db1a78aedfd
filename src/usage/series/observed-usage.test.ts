import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '../question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '../question/usage-record.ts'
import { bucketsOf } from '../time/granularity.ts'
import { MILLISECONDS_PER_HOUR } from '../time/interval.ts'
import { buildSeries } from './build-series.ts'
import { arrivedSince, type ObservedUsage, observedLag, observeSeries } from './observed-usage.ts'
import type { UsageSeries } from './usage-series.ts'

const DAY = {
  start: new Date('2026-11-19T00:00:00Z'),
  end: new Date('2026-11-20T00:00:00Z'),
}

const at = (text: string) => new Date(`2026-11-${text}:00Z`)

/** The hours of 19 November as they look at a moment, with an amount for each hour. */
function hours(now: Date, bytesOf: (hour: number) => number, missing = false): UsageSeries {
  const query: UsageQuery = {
    product: 'programmable-wireless',
    accounts: ['main'],
    filter: {},
    interval: DAY,
    granularity: 'hour',
  }
  const records = bucketsOf(DAY, 'hour').map((period, hour): UsageRecord => {
    const total = bytesOf(hour)
    return { period, part: 'home', data: { ...NO_FLOW, total }, commands: NO_FLOW }
  })
  return buildSeries(query, records, missing ? [DAY] : [], now)
}

function look(
  observed: ObservedUsage | undefined,
  now: Date,
  bytesOf: (hour: number) => number,
): ObservedUsage {
  return observeSeries(observed, hours(now, bytesOf), now)
}

const begun = (now: Date, bytes: number) => (hour: number) =>
  hour <= now.getUTCHours() || now.getUTCDate() > 19 ? bytes : 0

describe('what has arrived since the last look', () => {
  it('is nothing at the first look', () => {
    const now = at('19T06:30')
    expect(arrivedSince(look(undefined, now, begun(now, 10)), DAY)).toBeUndefined()
  })

  it('is what buckets have grown by that had begun then', () => {
    const first = look(undefined, at('19T06:30'), (hour) => (hour <= 6 ? 10 : 0))
    const second = look(first, at('19T09:30'), (hour) => (hour <= 9 ? (hour === 3 ? 25 : 10) : 0))
    const arrived = arrivedSince(second, DAY)
    expect(arrived?.bytes).toBe(15)
    expect(arrived?.since).toEqual(at('19T06:30'))
    expect([...(arrived?.buckets ?? [])]).toEqual([[at('19T03:00').getTime(), 15]])
  })

  it('adds up over a visit, and begins anew after half an hour of absence', () => {
    const amounts = (bytes: number) => (hour: number) => (hour === 0 ? bytes : 0)
    const yesterday = look(undefined, at('19T12:00'), amounts(10))
    const opened = look(yesterday, at('20T08:00'), amounts(30))
    const refreshed = look(opened, at('20T08:15'), amounts(35))
    expect(arrivedSince(refreshed, DAY)?.bytes).toBe(25)
    const later = look(refreshed, at('20T08:50'), amounts(36))
    expect(arrivedSince(later, DAY)?.bytes).toBe(1)
    expect(arrivedSince(later, DAY)?.since).toEqual(at('20T08:15'))
  })

  it('counts within the range that is shown only', () => {
    const first = look(undefined, at('19T06:30'), (hour) => (hour <= 6 ? 10 : 0))
    const second = look(first, at('19T09:30'), (hour) => (hour <= 6 ? 20 : 0))
    const two = { start: at('19T02:00'), end: at('19T04:00') }
    expect(arrivedSince(second, two)?.bytes).toBe(20)
  })

  it('forgets what another account or another clock has shown', () => {
    const first = look(undefined, at('19T06:30'), () => 10)
    expect(look(first, at('19T09:30'), () => 5).lastVisit).toBe(at('19T09:30').getTime())
    expect(look(first, at('19T05:30'), () => 10).lastVisit).toBe(at('19T05:30').getTime())
  })

  it('learns nothing from what could not be read', () => {
    const series = hours(at('19T06:30'), () => 0, true)
    expect(observeSeries(undefined, series, at('19T06:30')).buckets).toEqual([])
  })

  it('remembers no bucket that was final at first sight, and none for ever', () => {
    const late = look(undefined, at('23T12:00'), () => 10)
    expect(late.buckets).toEqual([])
    const first = look(undefined, at('20T12:00'), () => 10)
    expect(first.buckets).toHaveLength(24)
    const muchLater = new Date('2026-12-03T12:00:00Z')
    expect(
      observeSeries(
        first,
        hours(muchLater, () => 10),
        muchLater,
      ).buckets,
    ).toHaveLength(12)
  })
})

describe('the observed lag', () => {
  /** Looks every hour for three days; each hour's usage arrives in full so many hours after its end. */
  function watch(lagOf: (hour: number) => number): ObservedUsage {
    let observed: ObservedUsage | undefined
    for (let passed = 0; passed <= 80; passed++) {
      const now = new Date(DAY.start.getTime() + passed * MILLISECONDS_PER_HOUR)
      observed = look(observed, now, (hour) => {
        const age = passed - (hour + 1)
        if (age < -1) return 0
        return age >= lagOf(hour) ? 100 : 60
      })
    }
    if (!observed) throw new Error('nobody looked')
    return observed
  }
  const lagOf = (observed: ObservedUsage) => observedLag(observed, 'programmable-wireless', 'hour')

  it('tells when half and nine in ten of the hours were complete', () => {
    const lag = lagOf(watch((hour) => (hour < 20 ? 5 : 30)))
    expect(lag).toEqual({
      median: 5 * MILLISECONDS_PER_HOUR,
      nineInTen: 30 * MILLISECONDS_PER_HOUR,
      buckets: 24,
    })
  })

  it('tells nothing until enough hours were seen final', () => {
    let observed = look(undefined, at('19T23:30'), () => 10)
    expect(lagOf(observed)).toBeUndefined()
    // 48 hours after the end of 22:00 to 23:00, the last hour is not final.
    observed = look(observed, at('21T23:30'), () => 10)
    expect(lagOf(observed)).toBeUndefined()
    observed = look(observed, at('22T00:00'), () => 10)
    expect(lagOf(observed)?.buckets).toBe(24)
  })

  it('is not misled by the last stragglers, nor by hours that nobody watched', () => {
    let observed = look(undefined, at('20T00:00'), (hour) => (hour < 12 ? 99 : 50))
    observed = look(observed, at('22T00:00'), () => 100)
    // Twelve hours had 99% at the first look; the others became complete in two days without one.
    expect(observedLag(observed, 'programmable-wireless', 'day')).toEqual({
      median: 17 * MILLISECONDS_PER_HOUR,
      nineInTen: 22 * MILLISECONDS_PER_HOUR,
      buckets: 12,
    })
  })

  it('does not count hours without usage', () => {
    const idle = [at('19T23:30'), at('22T00:00')].reduce<ObservedUsage | undefined>(
      (observed, now) => look(observed, now, (hour) => (hour === 5 ? 0 : 10)),
      undefined,
    )
    expect(idle && lagOf(idle)).toBeUndefined()
  })
})
