import { describe, expect, it } from 'vitest'
import { inTimeZones } from '#testing/in-time-zones.ts'
import {
  alignToBuckets,
  automaticGranularity,
  bucketsOf,
  calendarUnitsOf,
  isPartialBucket,
  sameInDays,
} from './granularity.ts'
import type { Interval } from './interval.ts'

const interval = (start: string, end: string): Interval => ({
  start: new Date(start),
  end: new Date(end),
})
const starts = (intervals: Interval[]) => intervals.map(({ start }) => start.toISOString())

inTimeZones('granularity', () => {
  it('widens a range to whole buckets, and leaves one that has them', () => {
    const odd = interval('2026-11-20T12:34:56Z', '2026-11-20T13:00:01Z')
    expect(alignToBuckets(odd, 'hour')).toEqual(
      interval('2026-11-20T12:00:00Z', '2026-11-20T14:00:00Z'),
    )
    expect(alignToBuckets(odd, 'day')).toEqual(interval('2026-11-20', '2026-11-21'))
    const whole = interval('2026-11-20', '2026-11-21')
    expect(alignToBuckets(whole, 'day')).toEqual(whole)
  })

  it('has 24 hours in every day, also where clocks change', () => {
    const days = interval('2026-03-28', '2026-03-31')
    expect(bucketsOf(days, 'hour')).toHaveLength(72)
    expect(bucketsOf(days, 'day')).toHaveLength(3)
  })

  it('has a leap day', () => {
    expect(starts(bucketsOf(interval('2028-02-28', '2028-03-02'), 'day'))).toEqual([
      '2028-02-28T00:00:00.000Z',
      '2028-02-29T00:00:00.000Z',
      '2028-03-01T00:00:00.000Z',
    ])
  })

  it('cuts the first and last month to the range', () => {
    expect(bucketsOf(interval('2026-01-30', '2026-03-02'), 'month')).toEqual([
      interval('2026-01-30', '2026-02-01'),
      interval('2026-02-01', '2026-03-01'),
      interval('2026-03-01', '2026-03-02'),
    ])
  })

  it('makes weeks from Monday to Monday, and cuts the first and the last to the range', () => {
    // 30 December 2026 is a Wednesday; the week around New Year is one.
    const range = interval('2026-12-30', '2027-01-12')
    const weeks = bucketsOf(range, 'week')
    expect(weeks).toEqual([
      interval('2026-12-30', '2027-01-04'),
      interval('2027-01-04', '2027-01-11'),
      interval('2027-01-11', '2027-01-12'),
    ])
    expect(weeks.map((week) => isPartialBucket(week, 'week'))).toEqual([true, false, true])
    expect(isPartialBucket(interval('2026-12-30', '2026-12-31'), 'day')).toBe(false)
    const odd = interval('2026-12-30T05:00:00Z', '2027-01-12T07:00:00Z')
    expect(alignToBuckets(odd, 'week')).toEqual(interval('2026-12-30', '2027-01-13'))
  })

  it('makes one bucket of a total', () => {
    const range = interval('2026-01-30T05:00:00Z', '2026-03-02')
    expect(bucketsOf(range, 'total')).toEqual([range])
    expect(bucketsOf({ start: range.start, end: range.start }, 'total')).toEqual([])
  })

  it('finds the quarters and months that a range touches', () => {
    expect(starts(calendarUnitsOf(interval('2026-03-31', '2026-07-01'), 'quarter'))).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-04-01T00:00:00.000Z',
    ])
    expect(calendarUnitsOf(interval('2026-03-31', '2026-04-02'), 'month')).toHaveLength(2)
  })

  it('chooses the finest that can be read', () => {
    expect(automaticGranularity(interval('2026-01-01', '2026-01-04'))).toBe('hour')
    expect(automaticGranularity(interval('2026-01-01', '2026-01-05'))).toBe('day')
    expect(automaticGranularity(interval('2026-01-01', '2026-05-05'))).toBe('day')
    expect(automaticGranularity(interval('2026-01-01', '2026-05-06'))).toBe('month')
  })
})

describe('the days that say the same as a range', () => {
  const now = new Date('2026-11-20T12:34:00Z')
  const sameAs = (start: string, end: string) => {
    const days = sameInDays({ start: new Date(start), end: new Date(end) }, now)
    return days && [days.start.toISOString(), days.end.toISOString()]
  }

  it('hold what has not begun, and nothing else that it lacks', () => {
    const days = ['2026-11-14T00:00:00.000Z', '2026-11-21T00:00:00.000Z']
    expect(sameAs('2026-11-14T00:00:00Z', '2026-11-21T00:00:00Z')).toEqual(days)
    // The hour that is running is the last that has anything.
    expect(sameAs('2026-11-14T00:00:00Z', '2026-11-20T13:00:00Z')).toEqual(days)
    expect(sameAs('2026-11-14T00:00:00Z', '2026-11-20T12:00:00Z')).toBeUndefined()
    expect(sameAs('2026-11-19T13:00:00Z', '2026-11-20T13:00:00Z')).toBeUndefined()
    expect(sameAs('2026-11-14T00:00:00Z', '2026-11-15T06:00:00Z')).toBeUndefined()
  })
})
