import { expect, it } from 'vitest'
import { formatCount, formatShare } from './bytes.ts'
import { formatAmount, formatExactAmount } from './format-amount.ts'

const USD = { currency: 'USD' }

it('writes money to the cent, and what is less than one as that', () => {
  expect(formatAmount(14_932.254_9, USD)).toBe('$14,932.25')
  expect(formatAmount(0.005, USD)).toBe('$0.01')
  expect(formatAmount(0.004_9, USD)).toBe('< $0.01')
  expect(formatAmount(-0.004, USD)).toBe('> −$0.01')
  expect(formatAmount(0.000_001, { currency: 'EUR' })).toBe('< €0.01')
  expect(formatAmount(0.004, { currency: 'credits' })).toBe('< 0.01 credits')
  expect(formatAmount(0, USD)).toBe('$0.00')
  expect(formatExactAmount(0.004_9, USD)).toBe('0.004900 USD')
})

it('writes one minus sign, and none before what reads as nothing', () => {
  expect(formatAmount(-12.3, USD)).toBe('−$12.30')
  expect(formatAmount(-0, USD)).toBe('$0.00')
  expect(formatAmount(-0.000_000_4, USD)).toBe('$0.00')
  expect(formatAmount(-3, { currency: 'credits' })).toBe('−3.00 credits')
  expect(formatExactAmount(-0, USD)).toBe('0.000000 USD')
  expect(formatExactAmount(-0.5, USD)).toBe('−0.500000 USD')
  expect(formatCount(-1_234)).toBe('−1,234')
  expect(formatAmount(-1_500, 'data')).toBe('−1.50 kB')
  expect(formatExactAmount(-1_500, 'data')).toBe('−1,500 bytes')
  expect(formatShare(-1, 4)).toBe('−25.0%')
})
