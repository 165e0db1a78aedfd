import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { bucketUnder, isDrag, orderedSpan, spanInterval } from './dragged-buckets.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  interval: { start: new Date('2026-11-01'), end: new Date('2026-11-05') },
  granularity: 'day',
}
const SERIES = buildSeries(QUERY, [], [], NOW)

describe('the bucket under a pointer', () => {
  // Four days, each 100 pixels wide, from the 60th pixel of the window on.
  const plot = { left: 60, width: 400 }

  it.each([
    [60, 0],
    [159, 0],
    [160, 1],
    [359, 2],
    [459, 3],
  ])('at pixel %d is number %d', (pointer, index) => {
    expect(bucketUnder(SERIES, pointer, plot)).toBe(index)
  })

  it('is the nearest one where the pointer has left the plot', () => {
    expect(bucketUnder(SERIES, 0, plot)).toBe(0)
    expect(bucketUnder(SERIES, 2000, plot)).toBe(3)
  })

  it('is told by how long buckets are, as months are not equally wide', () => {
    const interval = { start: new Date('2026-02-01'), end: new Date('2026-04-01') }
    const months = buildSeries({ ...QUERY, interval, granularity: 'month' }, [], [], NOW)
    // 59 days on 590 pixels: February has 280 of them.
    expect(bucketUnder(months, 279, { left: 0, width: 590 })).toBe(0)
    expect(bucketUnder(months, 281, { left: 0, width: 590 })).toBe(1)
  })
})

describe('a drag', () => {
  it('goes from left to right whichever way it was made', () => {
    expect(orderedSpan([1, 3])).toEqual([1, 3])
    expect(orderedSpan([3, 1])).toEqual([1, 3])
    expect(orderedSpan([10, 9])).toEqual([9, 10])
  })

  it('within one bucket chooses that one', () => {
    expect(orderedSpan([2, 2])).toEqual([2, 2])
  })

  it('begins where a hand has moved farther than a click moves it', () => {
    expect([100, 104, 95].map((to) => isDrag(100, to))).toEqual([false, false, false])
    expect([107, 93].map((to) => isDrag(100, to))).toEqual([true, true])
  })

  it('comes to the time of all its buckets, the last one included', () => {
    expect(spanInterval(SERIES, [1, 2])).toEqual({
      start: new Date('2026-11-02'),
      end: new Date('2026-11-04'),
    })
    expect(spanInterval(SERIES, [0, 0])).toEqual({
      start: new Date('2026-11-01'),
      end: new Date('2026-11-02'),
    })
  })

  it('comes to none where its buckets are gone by now', () => {
    expect(spanInterval(SERIES, [2, 9])).toBeUndefined()
    expect(spanInterval(SERIES, [9, 9])).toBeUndefined()
  })
})
