import { describe, expect, it } from 'vitest'
import { resolveRange, type TimeRange } from '../time/time-range.ts'
import { shiftRange, zoomOutRange } from './move-range.ts'

const NOW = new Date('2026-11-20T12:34:00Z')

const days = (first: string, last: string): TimeRange => ({ kind: 'days', first, last })
const shift = (range: TimeRange, direction: 'earlier' | 'later') =>
  shiftRange(resolveRange(range, NOW), direction, NOW, range)
const zoomOut = (range: TimeRange) => zoomOutRange(resolveRange(range, NOW), NOW)

describe('shifting a range', () => {
  it('goes to the range of the same length beside it', () => {
    expect(shift(days('2026-10-08', '2026-10-14'), 'earlier')).toEqual(
      days('2026-10-01', '2026-10-07'),
    )
    expect(shift(days('2026-10-08', '2026-10-14'), 'later')).toEqual(
      days('2026-10-15', '2026-10-21'),
    )
  })

  it('takes the days of a range that reaches to the present', () => {
    const lastWeek: TimeRange = { kind: 'last', count: 7, unit: 'days' }
    expect(shift(lastWeek, 'earlier')).toEqual(days('2026-11-07', '2026-11-13'))
    expect(shift(lastWeek, 'later')).toBeUndefined()
  })

  it('goes from month to month', () => {
    expect(shift({ kind: 'lastMonth' }, 'earlier')).toEqual(days('2026-09-01', '2026-09-30'))
    expect(shift(days('2026-01-01', '2026-01-31'), 'later')).toEqual(
      days('2026-02-01', '2026-02-28'),
    )
  })

  it('goes from week to week, from the running one, too', () => {
    // The 20th is a Friday.
    expect(shift({ kind: 'thisWeek' }, 'earlier')).toEqual(days('2026-11-09', '2026-11-15'))
    expect(shift({ kind: 'lastWeek' }, 'earlier')).toEqual(days('2026-11-02', '2026-11-08'))
    expect(shift(days('2026-11-02', '2026-11-08'), 'later')).toEqual(
      days('2026-11-09', '2026-11-15'),
    )
    expect(shift({ kind: 'thisWeek' }, 'later')).toBeUndefined()
  })

  it('goes from billing month to billing month', () => {
    const from = (range: TimeRange, direction: 'earlier' | 'later') =>
      shiftRange(resolveRange(range, NOW, { kind: 'day', day: 15 }), direction, NOW, range)
    expect(from({ kind: 'thisBillingMonth' }, 'earlier')).toEqual(days('2026-10-15', '2026-11-14'))
    expect(from(days('2026-10-15', '2026-11-14'), 'earlier')).toEqual(
      days('2026-09-15', '2026-10-14'),
    )
    expect(from({ kind: 'lastBillingMonths', count: 1 }, 'later')).toEqual(
      days('2026-11-15', '2026-12-14'),
    )
  })

  it('moves hours by hours', () => {
    const range: TimeRange = { kind: 'hours', start: '2026-11-01T06', end: '2026-11-01T18' }
    expect(shift(range, 'earlier')).toEqual({
      kind: 'hours',
      start: '2026-10-31T18',
      end: '2026-11-01T06',
    })
    expect(shift({ kind: 'last', count: 24, unit: 'hours' }, 'earlier')).toEqual({
      kind: 'hours',
      start: '2026-11-18T13',
      end: '2026-11-19T13',
    })
  })

  it('does not leave what is kept', () => {
    expect(shift(days('2025-05-20', '2025-05-26'), 'earlier')).toBeUndefined()
  })
})

describe('zooming out', () => {
  it('doubles a range around its middle', () => {
    expect(zoomOut(days('2026-10-11', '2026-10-20'))).toEqual(days('2026-10-06', '2026-10-25'))
    expect(zoomOut({ kind: 'hours', start: '2026-10-11T06', end: '2026-10-11T10' })).toEqual({
      kind: 'hours',
      start: '2026-10-11T04',
      end: '2026-10-11T12',
    })
  })

  it('adds to the past what the present has no room for', () => {
    expect(zoomOut({ kind: 'last', count: 10, unit: 'days' })).toEqual(
      days('2026-11-01', '2026-11-20'),
    )
  })

  it('ends where there is nothing more', () => {
    expect(zoomOut(days('2025-05-25', '2026-11-20'))).toEqual(days('2025-05-20', '2026-11-20'))
    expect(zoomOut(days('2025-05-20', '2026-11-20'))).toBeUndefined()
  })
})
