import { expect, it } from 'vitest'
import type { UsageRecord } from '#usage/question/usage-record.ts'
import { buildSeries } from '#usage/series/build-series.ts'
import { bucketExtents } from './bucket-extents.ts'
import { stackedPaths } from './stacked-paths.ts'

const DAY = { start: new Date('2026-11-01'), end: new Date('2026-11-02') }

const record = (part: string, total: number): UsageRecord => ({
  period: DAY,
  part,
  data: { total, download: total, upload: 0 },
  commands: { total: 0, download: 0, upload: 0 },
})

const series = buildSeries(
  {
    product: 'programmable-wireless',
    accounts: ['main'],
    filter: {},
    interval: DAY,
    granularity: 'day',
  },
  [record('home', 5), record('nationalRoaming', -2), record('internationalRoaming', 3)],
  [],
  new Date('2026-11-20T12:00:00Z'),
)

it('hangs what is below nothing under the axis, and stacks the rest upon it', () => {
  const scales = { x: (time: number) => time - DAY.start.getTime(), y: (amount: number) => -amount }
  const paths = stackedPaths(series, 'data', 'total', scales)
  // The axis is at 0: up to 5, down to 2 below it, and from 5 up to 8.
  const spans = paths.map(({ key, final }) => [
    key,
    ...(/ (-?\d+)h.*V(-?\d+)h/.exec(final) ?? []).slice(1),
  ])
  expect(spans).toEqual([
    ['home', '-5', '0'],
    ['nationalRoaming', '2', '0'],
    ['internationalRoaming', '-8', '-5'],
  ])
})

it('makes room for the highest and the lowest of a bucket', () => {
  const extents = (shape: 'stack' | 'lines', only?: string) => {
    const { heights, depths } = bucketExtents(series, 'data', 'total', shape, only)
    return { heights: [...heights], depths: [...depths] }
  }
  expect(extents('stack')).toEqual({ heights: [8], depths: [-2] })
  expect(extents('lines')).toEqual({ heights: [5], depths: [-2] })
  expect(extents('stack', 'internationalRoaming')).toEqual({ heights: [3], depths: [0] })
})
