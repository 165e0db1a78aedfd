import { expect, it } from 'vitest'
import { inTimeZones } from '#testing/in-time-zones.ts'
import { calendarDayOf, dayStart, lastDayOf, monthsBefore, parseCalendarDay } from './calendar.ts'
import { intersect } from './interval.ts'
import { type RelativeUnit, rangeOf, resolveRange, type TimeRange } from './time-range.ts'

const at = (text: string) => new Date(text)
const words = (range: TimeRange, now: string) => {
  const { start, end } = resolveRange(range, at(now))
  return `${start.toISOString()} ${end.toISOString()}`
}

inTimeZones('time range', () => {
  it('ends relative ranges with the hour that is running', () => {
    const now = '2026-11-20T12:34:00Z'
    expect(words({ kind: 'today' }, now)).toBe('2026-11-20T00:00:00.000Z 2026-11-20T13:00:00.000Z')
    expect(words({ kind: 'last', count: 24, unit: 'hours' }, now)).toBe(
      '2026-11-19T13:00:00.000Z 2026-11-20T13:00:00.000Z',
    )
    expect(words({ kind: 'last', count: 7, unit: 'days' }, now)).toBe(
      '2026-11-14T00:00:00.000Z 2026-11-20T13:00:00.000Z',
    )
  })

  it('counts today among days, weeks and months, and the running hour among hours', () => {
    const last = (count: number, unit: RelativeUnit, now = '2026-11-20T12:34:00Z') =>
      words({ kind: 'last', count, unit }, now).slice(0, 13)
    expect(last(1, 'days')).toBe('2026-11-20T00')
    expect(last(1, 'hours')).toBe('2026-11-20T12')
    expect(last(1, 'weeks')).toBe('2026-11-14T00')
    expect(last(2, 'weeks')).toBe('2026-11-07T00')
    expect(last(1, 'months')).toBe('2026-10-21T00')
    // A month before 31 March is 28 February, whose next day is 1 March.
    expect(last(1, 'months', '2026-03-31T12:34:00Z')).toBe('2026-03-01T00')
    expect(last(18, 'months')).toBe('2025-05-21T00')
  })

  it('is the whole day before for yesterday', () => {
    expect(words({ kind: 'yesterday' }, '2026-03-01T00:00:00Z')).toBe(
      '2026-02-28T00:00:00.000Z 2026-03-01T00:00:00.000Z',
    )
  })

  it('is told in days only where it begins and ends at midnight', () => {
    const told = (start: string, end: string) => rangeOf({ start: at(start), end: at(end) })
    expect(told('2026-11-01', '2026-11-03')).toEqual({
      kind: 'days',
      first: '2026-11-01',
      last: '2026-11-02',
    })
    expect(told('2026-11-01', '2026-11-03T05:00:00Z')).toEqual({
      kind: 'hours',
      start: '2026-11-01T00',
      end: '2026-11-03T05',
    })
    expect(told('2026-11-01T05:00:00Z', '2026-11-03')).toEqual({
      kind: 'hours',
      start: '2026-11-01T05',
      end: '2026-11-03T00',
    })
  })

  it('is never empty, not even at the first moment of a day or month', () => {
    const midnight = '2026-11-01T00:00:00Z'
    expect(words({ kind: 'today' }, midnight)).toBe(
      '2026-11-01T00:00:00.000Z 2026-11-01T01:00:00.000Z',
    )
    expect(words({ kind: 'thisMonth' }, midnight)).toBe(
      '2026-11-01T00:00:00.000Z 2026-11-01T01:00:00.000Z',
    )
  })

  it('knows how long months are', () => {
    expect(words({ kind: 'lastMonth' }, '2028-03-31T23:59:59Z')).toBe(
      '2028-02-01T00:00:00.000Z 2028-03-01T00:00:00.000Z',
    )
    expect(words({ kind: 'lastMonth' }, '2026-01-01T00:00:00Z')).toBe(
      '2025-12-01T00:00:00.000Z 2026-01-01T00:00:00.000Z',
    )
  })

  it('begins weeks of the calendar on Monday, and years on 1 January', () => {
    const monday = '2026-11-16T00:00:00.000Z'
    expect(words({ kind: 'thisWeek' }, '2026-11-20T12:34:00Z')).toBe(
      `${monday} 2026-11-20T13:00:00.000Z`,
    )
    expect(words({ kind: 'thisWeek' }, '2026-11-22T23:59:59Z')).toBe(
      `${monday} 2026-11-23T00:00:00.000Z`,
    )
    expect(words({ kind: 'lastWeek' }, '2026-11-23T00:00:00Z')).toBe(
      `${monday} 2026-11-23T00:00:00.000Z`,
    )
    expect(words({ kind: 'lastWeek' }, '2027-01-01T00:00:00Z')).toBe(
      '2026-12-21T00:00:00.000Z 2026-12-28T00:00:00.000Z',
    )
    expect(words({ kind: 'thisYear' }, '2028-02-29T23:59:59Z')).toBe(
      '2028-01-01T00:00:00.000Z 2028-03-01T00:00:00.000Z',
    )
  })

  it('takes a day to itself as that whole day', () => {
    const range: TimeRange = { kind: 'days', first: '2022-02-20', last: '2022-02-20' }
    expect(words(range, '2026-01-01T00:00:00Z')).toBe(
      '2022-02-20T00:00:00.000Z 2022-02-21T00:00:00.000Z',
    )
    expect(lastDayOf(resolveRange(range, at('2026-01-01T00:00:00Z')))).toBe('2022-02-20')
  })

  it('counts days through changes of daylight-saving time', () => {
    const range: TimeRange = { kind: 'days', first: '2026-03-07', last: '2026-03-09' }
    expect(words(range, '2026-11-20T00:00:00Z')).toBe(
      '2026-03-07T00:00:00.000Z 2026-03-10T00:00:00.000Z',
    )
  })

  it('goes back to the last day of a shorter month', () => {
    expect(monthsBefore(at('2026-05-31T00:00:00Z'), 3).toISOString()).toBe(
      '2026-02-28T00:00:00.000Z',
    )
    expect(monthsBefore(at('2028-05-31T00:00:00Z'), 3).toISOString()).toBe(
      '2028-02-29T00:00:00.000Z',
    )
  })

  it('reads days strictly', () => {
    expect(parseCalendarDay('2028-02-29')).toBe('2028-02-29')
    for (const wrong of ['2026-02-29', '2026-02-31', '2026-13-01', '2026-1-1', '', '20260101']) {
      expect(parseCalendarDay(wrong)).toBeUndefined()
    }
    expect(calendarDayOf(dayStart('2026-10-25'))).toBe('2026-10-25')
  })

  it('finds what two intervals share', () => {
    const a = { start: at('2026-01-01'), end: at('2026-01-03') }
    expect(intersect(a, { start: at('2026-01-03'), end: at('2026-01-04') })).toBeUndefined()
    expect(intersect(a, { start: at('2026-01-02'), end: at('2026-01-04') })).toEqual({
      start: at('2026-01-02'),
      end: at('2026-01-03'),
    })
  })
})
