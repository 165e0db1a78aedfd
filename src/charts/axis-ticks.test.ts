import { expect, it } from 'vitest'
import { bucketsOf, type Granularity } from '#usage/time/granularity.ts'
import { axisTicks } from './axis-ticks.ts'

const ticks = (start: string, end: string, granularity: Granularity) =>
  axisTicks(
    bucketsOf({ start: new Date(start), end: new Date(end) }, granularity),
    granularity,
  ).map((moment) => new Date(moment).toISOString().slice(0, 16))

it('labels the middle of each bucket, however long', () => {
  expect(ticks('2026-11-01', '2026-11-03', 'day')).toEqual(['2026-11-01T12:00', '2026-11-02T12:00'])
  expect(ticks('2026-02-01', '2026-03-01', 'month')).toEqual(['2026-02-15T00:00'])
  expect(ticks('2026-11-01T05:00Z', '2026-11-01T07:00Z', 'hour')).toEqual([
    '2026-11-01T05:30',
    '2026-11-01T06:30',
  ])
})

it('labels each hour of two days and the one that is running, and of more the midnights', () => {
  expect(ticks('2026-11-01', '2026-11-03T01:00Z', 'hour')).toHaveLength(49)
  expect(ticks('2026-11-01T06:00Z', '2026-11-03T08:00Z', 'hour')).toEqual([
    '2026-11-02T00:30',
    '2026-11-03T00:30',
  ])
})
