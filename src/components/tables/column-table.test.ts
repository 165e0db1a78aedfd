import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Column, ColumnTable } from './column-table.tsx'
import classes from './table.module.css'

interface Fare {
  readonly name: string
  readonly price: number
}

const COLUMNS: readonly Column<Fare>[] = [
  { key: 'name', heading: 'Fare', cell: ({ name }) => name },
  {
    key: 'price',
    heading: 'Price',
    isNumber: true,
    title: ({ price }) => (price > 9 ? `${price} cents` : undefined),
    cell: ({ price }) => price,
  },
  { key: 'state', heading: 'State', isProvisional: ({ price }) => price > 9, cell: () => 'known' },
]

/** The rows of a table of these fares, one string each. */
function rowsOf(props: { caption?: string; foot?: Fare; isSum?: (fare: Fare) => boolean }) {
  const items = [
    { name: 'half', price: 5 },
    { name: 'full', price: 10 },
  ]
  const table = createElement(ColumnTable<Fare>, {
    label: 'Fares',
    minWidth: 300,
    columns: COLUMNS,
    items,
    keyOf: ({ name }) => name,
    ...props,
  })
  const html = renderToStaticMarkup(table).replaceAll(`class="${classes.number}"`, 'number')
  return html.match(/<(tr|caption)\b.*?<\/\1>/g)
}

const HEAD = '<th scope="col">Fare</th><th scope="col" number>Price</th><th scope="col">State</th>'
const HALF = '<th scope="row">half</th><td number>5</td><td data-provisional="false">known</td>'
const FULL =
  '<th scope="row">full</th><td number title="10 cents">10</td><td data-provisional="true">known</td>'

describe('a table made from its columns', () => {
  it('has heading and cells of a column at the same place, and rows named by the first', () => {
    expect(rowsOf({})).toEqual([`<tr>${HEAD}</tr>`, `<tr>${HALF}</tr>`, `<tr>${FULL}</tr>`])
  })

  it('has a caption, marked sums, and a foot with a cell for each column', () => {
    const foot = { name: 'all', price: 7 }
    const rows = rowsOf({ caption: 'Fares', foot, isSum: ({ name }) => name === 'full' })
    expect(rows?.[0]).toContain('>Fares</caption>')
    expect(rows?.slice(2)).toEqual([
      `<tr data-sum="false">${HALF}</tr>`,
      `<tr data-sum="true">${FULL}</tr>`,
      '<tr><th scope="row">all</th><td number>7</td><td data-provisional="false">known</td></tr>',
    ])
  })
})
