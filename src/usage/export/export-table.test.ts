import { describe, expect, it } from 'vitest'
import { exportTableCsv, exportTableJson, exportTableTabs } from './export-table.ts'

const TABLE = {
  headings: ['Country', 'data (bytes)', 'cost (USD)'],
  rows: [
    ['Côte d’Ivoire', 5, 0.1 + 0.2],
    ['=1+1', 7, undefined],
    ['A, "B"', 0, -2.5],
  ],
}

describe('a table that is taken away', () => {
  it('is CSV with every row, no formula, and no dust of binary sums', () => {
    expect(exportTableCsv(TABLE)).toBe(
      'Country,data (bytes),cost (USD)\r\nCôte d’Ivoire,5,0.3\r\n"\'=1+1",7,\r\n"A, ""B""",0,-2.5',
    )
  })

  it('is text with tabs for a spreadsheet', () => {
    expect(exportTableTabs(TABLE).split('\n')[1]).toBe('Côte d’Ivoire\t5\t0.3')
  })

  it('is JSON that says what it is of, and null for what is not known', () => {
    expect(JSON.parse(exportTableJson(TABLE, { product: 'super-sim' }))).toEqual({
      product: 'super-sim',
      rows: [
        { Country: 'Côte d’Ivoire', 'data (bytes)': 5, 'cost (USD)': 0.3 },
        { Country: '=1+1', 'data (bytes)': 7, 'cost (USD)': null },
        { Country: 'A, "B"', 'data (bytes)': 0, 'cost (USD)': -2.5 },
      ],
    })
  })
})
