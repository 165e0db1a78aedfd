import { describe, expect, it } from 'vitest'
import { sortRows } from './sort-rows.ts'

const ROWS = [{ value: 9 }, { value: undefined }, { value: 10 }, { value: -1 }]
const values = (order: 'ascending' | 'descending') =>
  sortRows(ROWS, ({ value }) => value, order).map(({ value }) => value)

describe('the rows of a table', () => {
  it('are sorted by number, and what is not known is last either way', () => {
    expect(values('ascending')).toEqual([-1, 9, 10, undefined])
    expect(values('descending')).toEqual([10, 9, -1, undefined])
  })

  it('are sorted by name as people count', () => {
    const names = ['truck 10', 'Äpfel', 'truck 9', 'zebra']
    expect(sortRows(names, (name) => name, 'ascending')).toEqual([
      'Äpfel',
      'truck 9',
      'truck 10',
      'zebra',
    ])
  })
})
