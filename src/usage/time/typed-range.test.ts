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
    ['last week', { kind: 'lastWeek' }],
    ['this billing month', { kind: 'thisBillingMonth' }],
    ['this-billing-month', { kind: 'thisBillingMonth' }],
    ['Last billing month', { kind: 'lastBillingMonths', count: 1 }],
    ['last 6 billing months', { kind: 'lastBillingMonths', count: 6 }],
    ['last-6-billing-months', { kind: 'lastBillingMonths', count: 6 }],
    ['this week', { kind: 'thisWeek' }],
    ['mtd', { kind: 'thisMonth' }],
    ['YTD', { kind: 'thisYear' }],
    ['1 year', { kind: 'last', count: 12, unit: 'months' }],
    ['3M', { kind: 'last', count: 3, unit: 'months' }],
    ['last\t6\u00a0 weeks', { kind: 'last', count: 6, unit: 'weeks' }],
    ['now−36h', { kind: 'last', count: 36, unit: 'hours' }],
    ['Sept 2026', { kind: 'days', first: '2026-09-01', last: '2026-09-30' }],
    ['may 2026', { kind: 'days', first: '2026-05-01', last: '2026-05-31' }],
    ['2026-10-01/2026-10-15', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    ['2026-10-01—2026-10-15', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    ['2026-10-01 – 2026-10-15', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    ['2026-10-01\tto\t2026-10-15', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    ['(2026-10-01 to 2026-10-15).', { kind: 'days', first: '2026-10-01', last: '2026-10-15' }],
    [
      'from Oct 1, 2026 to Oct. 15, 2026',
      { kind: 'days', first: '2026-10-01', last: '2026-10-15' },
    ],
    [
      '2026-10-01T06:00:00Z/2026-10-01T18:00:00Z',
      { kind: 'hours', start: '2026-10-01T06', end: '2026-10-01T18' },
    ],
  ])('“%s” is understood', (text, range) => {
    expect(parseTypedRange(text)).toEqual({ kind: 'range', range })
  })

  // As its button copies them, as its picker shows them, and as its address has them.
  it.each([
    ['{"from":"now-7d","to":"now"}', { kind: 'last', count: 7, unit: 'days' }],
    ['{"from":"now-6M","to":"now"}', { kind: 'last', count: 6, unit: 'months' }],
    ['now-7d to now', { kind: 'last', count: 7, unit: 'days' }],
    ['from=now-24h&to=now', { kind: 'last', count: 24, unit: 'hours' }],
    ['from=now-7d%2Fd&to=now', { kind: 'last', count: 8, unit: 'days' }],
    ['from=now/d&to=now/d', { kind: 'today' }],
    ['from=now-1d/d&to=now-1d/d', { kind: 'yesterday' }],
    ['{"from":"now-1w/w","to":"now-1w/w"}', { kind: 'lastWeek' }],
    ['{"from":"now/M","to":"now"}', { kind: 'thisMonth' }],
    ['{"from":"now-1M/M","to":"now-1M/M"}', { kind: 'lastMonth' }],
    ['now/y to now', { kind: 'thisYear' }],
    [
      '2026-10-01 00:00:00 to 2026-10-15 23:59:59',
      { kind: 'days', first: '2026-10-01', last: '2026-10-15' },
    ],
    [
      '{"from":"2026-10-01 00:00:00","to":"2026-10-15 23:59:59"}',
      { kind: 'days', first: '2026-10-01', last: '2026-10-15' },
    ],
    [
      '{"from":"2026-10-01T06:00:00.000Z","to":"2026-10-01T17:59:59.000Z"}',
      { kind: 'hours', start: '2026-10-01T06', end: '2026-10-01T18' },
    ],
    [
      'https://grafana.example/d/abc/usage?orgId=1&from=1790812800000&to=1792108799000',
      { kind: 'days', first: '2026-10-01', last: '2026-10-15' },
    ],
  ])('from Grafana, %s is understood', (text, range) => {
    expect(parseTypedRange(text)).toEqual({ kind: 'range', range })
  })

  it.each([
    '',
    'soon',
    'decade 2026',
    'marching 2026',
    'augment 2026',
    'marching',
    '1 decade 2026',
    '1 maybe 2026 to 3 maybe 2026',
    '30m',
    'now-30m',
    '{"from":"now-30m","to":"now"}',
    'from=now/m&to=now',
    '{"from":"now-7d"}',
    '{"from":',
    'now-7d/w',
    '10/01/2026',
    '2026-10-01..',
    '2026-10-01T00:00:00+02:00 to 2026-10-02T00:00:00+02:00',
    '2026-10-01 06:75 to 2026-10-01 18:00',
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

  it('offers all hours that are touched where they are not full ones', () => {
    const repaired = { kind: 'hours', start: '2026-10-01T12', end: '2026-10-01T19' }
    for (const text of [
      '2026-10-01 12:34 to 2026-10-01 18:05',
      '{"from":"2026-10-01T12:34:56.789Z","to":"2026-10-01T18:34:56.789Z"}',
      '2026-10-01 18:05 to 2026-10-01 12:34',
    ]) {
      expect(parseTypedRange(text)).toEqual({ kind: 'notFullHours', repaired })
    }
  })

  it.each(['last 19 months', 'last-24-months', '24M', '2 years', 'now-2y'])(
    'says how long it may be for “%s”',
    (text) => {
      expect(parseTypedRange(text)).toEqual({ kind: 'tooLong', unit: 'months' })
    },
  )
})
