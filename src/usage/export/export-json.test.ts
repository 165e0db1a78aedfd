import { describe, expect, it } from 'vitest'
import { exportTableJson } from './export-json.ts'

const TABLE = {
  headings: ['Country', 'data (bytes)', 'cost (USD)', 'start'],
  rows: [
    ['Côte d’Ivoire', 5, 0.1 + 0.2, new Date('2026-11-15T00:00:00Z')],
    ['=1+1', 7, undefined, undefined],
    ['A, "B"', 0, -2.5, undefined],
  ],
}

describe('a table as JSON', () => {
  it('says what it is of, and null for what is not known', () => {
    expect(JSON.parse(exportTableJson(TABLE, { product: 'super-sim' }))).toEqual({
      product: 'super-sim',
      rows: [
        {
          Country: 'Côte d’Ivoire',
          'data (bytes)': 5,
          'cost (USD)': 0.3,
          start: '2026-11-15T00:00:00.000Z',
        },
        { Country: '=1+1', 'data (bytes)': 7, 'cost (USD)': null, start: null },
        { Country: 'A, "B"', 'data (bytes)': 0, 'cost (USD)': -2.5, start: null },
      ],
    })
  })
})
