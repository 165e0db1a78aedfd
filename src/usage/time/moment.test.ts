import { expect, it } from 'vitest'
import { inTimeZones } from '#testing/in-time-zones.ts'
import { formatCountry } from '../words/country.ts'
import { formatRange } from '../words/range-names.ts'
import {
  formatBucket,
  formatDuration,
  formatInterval,
  formatLocal,
  formatMoment,
  formatSegment,
  formatTick,
} from './moment.ts'

const interval = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) })

inTimeZones('words for time', () => {
  it('names an interval by its last day, not the midnight after it', () => {
    expect(formatInterval(interval('2026-02-20', '2026-02-21'))).toBe('20 Feb 2026')
    expect(formatInterval(interval('2026-10-25', '2026-11-24'))).toBe('25 Oct – 23 Nov 2026')
    expect(formatInterval(interval('2025-12-30', '2026-01-03'))).toBe('30 Dec 2025 – 2 Jan 2026')
  })

  it('names hours where an interval is not made of days', () => {
    expect(formatInterval(interval('2026-11-19T13:00:00Z', '2026-11-20T13:00:00Z'))).toBe(
      '19 Nov 2026, 13:00 – 20 Nov, 13:00',
    )
    expect(formatInterval(interval('2026-11-20', '2026-11-20T13:00:00Z'))).toBe(
      '20 Nov 2026, 00:00 – 13:00',
    )
  })

  it('names buckets', () => {
    const hour = interval('2026-11-20T14:00:00Z', '2026-11-20T15:00:00Z')
    expect(formatBucket(hour, 'hour')).toBe('Fri, 20 Nov 2026, 14:00')
    expect(formatBucket(interval('2026-11-20', '2026-11-21'), 'day')).toBe('Fri, 20 Nov 2026')
    // The first week of 2027 begins in it: the 1st is a Friday of the week before.
    expect(formatBucket(interval('2027-01-04', '2027-01-11'), 'week')).toBe(
      'Week 1, 4 Jan – 10 Jan 2027',
    )
    expect(formatBucket(interval('2026-12-28', '2027-01-04'), 'week')).toBe(
      'Week 53, 28 Dec 2026 – 3 Jan 2027',
    )
    expect(formatBucket(interval('2026-12-29', '2027-01-04'), 'week')).toBe(
      '29 Dec 2026 – 3 Jan 2027',
    )
    expect(formatBucket(interval('2026-11-01', '2026-12-01'), 'month')).toBe('Nov 2026')
    expect(formatBucket(interval('2026-11-05', '2026-12-01'), 'month')).toBe('5 Nov – 30 Nov 2026')
    expect(formatTick(new Date('2026-11-20T14:00:00Z'), 'hour')).toBe('14:00')
    expect(formatTick(new Date('2026-11-20'), 'hour')).toBe('20 Nov')
  })

  it('tells when a bucket is elsewhere, also where clocks change within it', () => {
    const day = interval('2026-11-01', '2026-11-02')
    expect(formatLocal(day, 'America/New_York')).toBe('31 Oct, 20:00 EDT – 1 Nov, 19:00 EST')
    expect(formatLocal(day, 'Asia/Kolkata')).toBe('1 Nov, 05:30 – 2 Nov, 05:30 GMT+5:30')
  })

  it('names both years of what goes over new year', () => {
    const night = interval('2026-12-31T20:00:00Z', '2027-01-01T02:00:00Z')
    expect(formatInterval(night)).toBe('31 Dec 2026, 20:00 – 1 Jan 2027, 02:00')
    expect(formatSegment(night)).toBe('31 Dec 2026, 20:00 – 1 Jan 2027, 02:00')
    expect(formatLocal(night, 'Europe/Berlin')).toBe('31 Dec 2026, 21:00 – 1 Jan 2027, 03:00 GMT+1')
    // Where new year has been already there is one year.
    expect(formatLocal(night, 'Asia/Kolkata')).toBe('1 Jan, 01:30 – 1 Jan, 07:30 GMT+5:30')
    expect(formatSegment(interval('2026-11-18T12:00:00Z', '2026-11-19T12:00:00Z'))).toBe(
      '18 Nov, 12:00 – 19 Nov, 12:00',
    )
  })

  it('names moments, durations and ranges', () => {
    expect(formatMoment(new Date('2026-11-20T00:05:59Z'))).toBe('20 Nov 2026, 00:05 UTC')
    expect(formatDuration(40_000)).toBe('1 minute')
    expect(formatDuration(5 * 3_600_000)).toBe('5 hours')
    expect(formatDuration(47 * 3_600_000)).toBe('47 hours')
    expect(formatDuration(60 * 3_600_000)).toBe('3 days')
    expect(formatRange({ kind: 'days', first: '2026-10-01', last: '2026-10-15' })).toBe(
      '1 Oct – 15 Oct 2026',
    )
    expect(formatRange({ kind: 'last', count: 24, unit: 'hours' })).toBe('Last 24 hours')
  })
})

it('names countries, also one that the API leaves unnamed', () => {
  expect(formatCountry('DE')).toBe('Germany')
  expect(formatCountry('unknown')).toBe('Unknown country')
  expect(formatCountry('Atlantis')).toBe('Atlantis')
})
