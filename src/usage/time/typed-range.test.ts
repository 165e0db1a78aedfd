import { expect, it } from 'vitest'
import { inTimeZones } from '#testing/in-time-zones.ts'
import { parseTypedRange } from './typed-range.ts'

inTimeZones('a typed range', () => {
  it.each([
    ['last 6 weeks', { kind: 'last', count: 6, unit: 'weeks' }],
    ['Last 1 month', { kind: 'last', count: 1, unit: 'months' }],
    ['last-30-days', { kind: 'last', count: 30, unit: 'days' }],
    ['past 12 hours', { kind: 'last', count: 12, unit: 'hours' }],
    ['7d', { kind: 'last', count: 7, unit: 'days' }],
    ['now-36h', { kind: 'last', count: 36, unit: 'hours' }],
    ['now - 7d to now', { kind: 'last', count: 7, unit: 'days' }],
    ['  TODAY ', { kind: 'today' }],
    ['yesterday', { kind: 'yesterday' }],
    ['this-month', { kind: 'thisMonth' }],
    ['last month', { kind: 'lastMonth' }],
    ['2026-10', { kind: 'days', first: '2026-10-01', last: '2026-10-31' }],
    ['February 2028', { kind: 'days', first: '2028-02-01', last: '2028-02-29' }],
    ['2026-10-01', { kind: 'days', first: '2026-10-01', last: '2026-10-01' }],
    ['2026-10-01 to 2026-10-15', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    ['2026-10-01..2026-10-15', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    ['1 Oct 2026 – 15 October 2026', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    [
      '2026-10-01 06:00 to 2026-10-01 18:00',
      { kind: 'hours', start: '2026-10-01T06', end: '2026-10-01T18' },
    ],
    [
      '2026-10-01T06 to 2026-10-02',
      { kind: 'hours', start: '2026-10-01T06', end: '2026-10-03T00' },
    ],
  ])('“%s” is understood', (text, range) => {
    expect(parseTypedRange(text)).toEqual({ kind: 'range', range })
  })

  it.each([
    '',
    'soon',
    'last 0 days',
    'last 5 parsecs',
    '2026-02-31',
    '2026-13',
    '2026-10-01 25:00 to 2026-10-02 03:00',
    '2026-10-01 to then',
    '2026-10-01 to 2026-10-02 to 2026-10-03',
    '2026-10-01 06:00 to 2026-10-01 06:00',
  ])('“%s” is not', (text) => {
    expect(parseTypedRange(text)).toEqual({ kind: 'notUnderstood' })
  })

  it('turns round what ends before it starts', () => {
    expect(parseTypedRange('2026-10-15 to 2026-10-01')).toEqual({
      kind: 'endsBeforeStart',
      repaired: { kind: 'days', first: '2026-10-01', last: '2026-10-15' },
    })
  })

  it('says how long it may be', () => {
    expect(parseTypedRange('last 19 months')).toEqual({
      kind: 'tooLong',
      unit: 'months',
      longest: 18,
    })
  })
})
