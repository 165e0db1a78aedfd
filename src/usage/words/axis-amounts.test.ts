import { describe, expect, it } from 'vitest'
import { formatAxisAmounts } from './axis-amounts.ts'

describe('the amounts of an axis', () => {
  it('have one unit and no needless decimals', () => {
    expect(formatAxisAmounts([0, 3e9, 6e9, 9e9, 12e9], 'data')).toEqual([
      '0',
      '3 GB',
      '6 GB',
      '9 GB',
      '12 GB',
    ])
    expect(formatAxisAmounts([0, 5e11, 1e12, 1.5e12], 'data')).toEqual([
      '0',
      '0.5 TB',
      '1.0 TB',
      '1.5 TB',
    ])
  })

  it('are money without cents where no step has any', () => {
    expect(formatAxisAmounts([0, 500, 1000], { currency: 'USD' })).toEqual(['0', '$500', '$1,000'])
    expect(formatAxisAmounts([0, 0.5, 1], { currency: 'USD' })).toEqual(['0', '$0.5', '$1.0'])
    expect(formatAxisAmounts([0, 20], { currency: 'X1' })).toEqual(['0', '20 X1'])
  })

  it('are counts of Commands, and reach below nothing', () => {
    expect(formatAxisAmounts([-1000, 0, 1000], 'commands')).toEqual(['−1,000', '0', '1,000'])
  })
})
