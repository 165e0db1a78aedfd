import { describe, expect, it } from 'vitest'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { NO_FLOW, type UsageRecord } from '#usage/question/usage-record.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { columnsPath, linePath, stackedPaths, trianglesPath } from './stacked-paths.ts'
import type { Scales } from './use-scales.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const DAY = 86_400_000
const START = new Date('2026-11-17')

const QUERY: UsageQuery = {
  product: 'super-sim',
  accounts: ['main'],
  filter: {},
  group: 'fleet',
  members: ['a', 'b'],
  interval: { start: START, end: new Date('2026-11-21') },
  granularity: 'day',
}

/** A day is so many pixels wide; a byte is one high, from 100 upwards. */
const scales = (width: number): Scales => ({
  plot: { x: 0, y: 7, width: 4 * width, height: 93 },
  x: (time) => ((time - START.getTime()) / DAY) * width,
  y: (amount) => 100 - amount,
})

function used(day: number, part: string, download: number, currency?: string): UsageRecord {
  const start = new Date(START.getTime() + day * DAY)
  return {
    period: { start, end: new Date(start.getTime() + DAY) },
    part,
    data: { total: download + 1, download, upload: 1 },
    commands: NO_FLOW,
    cost: { amount: currency ? 5 : 0, currency },
  }
}

const SERIES = buildSeries(
  QUERY,
  [used(0, 'a', 9, 'USD'), used(0, 'b', 4), used(1, 'b', 29, 'USD'), used(3, 'a', 19)],
  [],
  NOW,
)

describe('stacked bars', () => {
  it('stand on each other, with air between them, and apart by what may still change', () => {
    // Days of 50 pixels leave 22%, which is 11 of them, for air.
    expect(stackedPaths(SERIES, 'data', 'total', scales(50))).toEqual([
      { key: 'a', final: 'M5.5 90h39V100h-39z', provisional: 'M155.5 80h39V100h-39z' },
      {
        key: 'b',
        final: 'M5.5 85h39V90h-39zM55.5 70h39V100h-39z',
        provisional: '',
      },
    ])
  })

  it('of a third part stand on both below it', () => {
    const records = [used(0, 'a', 9), used(0, 'b', 4), used(0, 'c', 19)]
    const series = buildSeries({ ...QUERY, members: ['a', 'b', 'c'] }, records, [], NOW)
    const paths = stackedPaths(series, 'data', 'total', scales(50))
    expect(paths.at(-1)).toEqual({ key: 'c', final: 'M5.5 65h39V85h-39z', provisional: '' })
  })

  it('are of the direction that is asked for', () => {
    const [a] = stackedPaths(SERIES, 'data', 'download', scales(50))
    expect(a?.final).toBe('M5.5 91h39V100h-39z')
    const [up] = stackedPaths(SERIES, 'data', 'upload', scales(50))
    expect(up?.final).toBe('M5.5 99h39V100h-39z')
  })

  it('of money are provisional until it is charged in full', () => {
    const [a, b] = stackedPaths(SERIES, { currency: 'USD' }, 'total', scales(50))
    // On the 17th the other fleet has no charge yet.
    expect(a).toEqual({ key: 'a', final: '', provisional: 'M5.5 95h39V100h-39z' })
    expect(b).toEqual({ key: 'b', final: 'M55.5 95h39V100h-39z', provisional: '' })
  })

  it('are never wider than 56 pixels, and stand in the middle of their day', () => {
    const [a] = stackedPaths(SERIES, 'data', 'total', scales(100))
    expect(a?.final).toBe('M22 90h56V100h-56z')
  })

  it('have at least a pixel of air, and none where they are thin', () => {
    expect(stackedPaths(SERIES, 'data', 'total', scales(4))[0]?.final).toBe('M0.5 90h3V100h-3z')
    expect(stackedPaths(SERIES, 'data', 'total', scales(2))[0]?.final).toBe('M0 90h2V100h-2z')
  })
})

describe('columns', () => {
  it('are the whole height of the buckets that are picked', () => {
    const path = columnsPath(SERIES, (index) => index === 1 || index === 3, scales(50))
    expect(path).toBe('M50 7H100V100H50zM150 7H200V100H150z')
  })
})

describe('a line', () => {
  const line = (...amounts: (number | undefined)[]) => linePath(SERIES, amounts, scales(50))

  it('goes through the middle of each bucket', () => {
    expect(line(1, 2, 0, 4)).toBe('M25 99L75 98L125 100L175 96')
  })

  it('breaks where there is no amount, and a bucket alone is a dash as wide as it is', () => {
    expect(line(1, 2, undefined, 4)).toBe('M25 99L75 98M150 96H200')
    expect(line(undefined, 2, undefined, undefined)).toBe('M50 98H100')
    expect(line(1, undefined, 3, 4)).toBe('M0 99H50M125 97L175 96')
    expect(line()).toBe('')
  })
})

describe('triangles', () => {
  it('stand three pixels above the middle of each bucket that has a height', () => {
    expect(trianglesPath(SERIES, [undefined, 40, undefined, 0], scales(50))).toBe(
      'M71 57h8l-4 -6zM171 97h8l-4 -6z',
    )
  })
})
