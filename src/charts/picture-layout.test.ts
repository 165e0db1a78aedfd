import { expect, it } from 'vitest'
import { isCopied, isSeeThrough, layOutPicture } from './picture-layout.ts'

it('has room for the title, each note and each row of the legend above the chart', () => {
  const { size, top, legend } = layOutPicture({ width: 700, height: 300 }, { notes: 2, parts: 4 })
  // A margin of 16, five lines of 20 (title, notes, two rows of three entries), 8 before the chart.
  expect(top).toBe(124)
  expect(size).toEqual({ width: 732, height: 440 })
  expect([0, 1, 2, 3].map(legend)).toEqual([
    { x: 16, y: 76 },
    { x: 236, y: 76 },
    { x: 456, y: 76 },
    { x: 16, y: 96 },
  ])
})

it('has no empty row of a legend whose rows are full', () => {
  const chart = { width: 660, height: 300 }
  expect(layOutPicture(chart, { notes: 0, parts: 3 }).top).toBe(64)
  expect(layOutPicture(chart, { notes: 0, parts: 4 }).top).toBe(84)
  expect(layOutPicture(chart, { notes: 0, parts: 0 }).top).toBe(44)
})

it('stacks the legend of a chart that is narrower than one entry', () => {
  const { legend } = layOutPicture({ width: 200, height: 300 }, { notes: 0, parts: 2 })
  expect([legend(0), legend(1)]).toEqual([
    { x: 16, y: 36 },
    { x: 16, y: 56 },
  ])
})

it('copies what draws a shape, and nothing that only the page understands', () => {
  const attributes = ['d', 'x', 'fill', 'transform', 'clip-path', 'id', 'aria-label', 'data-part']
  expect(attributes.filter(isCopied)).toEqual(['d', 'x', 'fill', 'transform', 'clip-path', 'id'])
  expect(['class', 'style', 'tabindex', 'role', 'xmlns'].filter(isCopied)).toEqual([])
  expect(isCopied('stroke-style')).toBe(true)
})

it('looks through a background that is not there, and not through one that is', () => {
  expect(['transparent', 'rgba(0, 0, 0, 0)'].map(isSeeThrough)).toEqual([true, true])
  expect(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0.5)', 'rgb(10, 20, 0)'].map(isSeeThrough)).toEqual([
    false,
    false,
    false,
  ])
})
