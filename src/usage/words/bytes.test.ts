import { expect, it } from 'vitest'
import { formatBytes, formatExactBytes, formatShare } from './bytes.ts'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.00 kB'],
  [9_994, '9.99 kB'],
  [9_999, '10.0 kB'],
  [99_960, '100 kB'],
  [999_499, '999 kB'],
  [999_500, '1.00 MB'],
  [1_234_567_890, '1.23 GB'],
  [-1_500, '−1.50 kB'],
  [Number.MAX_SAFE_INTEGER, '9.01 PB'],
  [5e18, '5000 PB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

it('shows every byte', () => {
  expect(formatExactBytes(1_234_567)).toBe('1,234,567 bytes')
  expect(formatExactBytes(1)).toBe('1 byte')
})

it('shows shares, and none where there is no whole', () => {
  expect(formatShare(1, 3)).toBe('33.3%')
  expect(formatShare(0, 3)).toBe('0%')
  expect(formatShare(3, 3)).toBe('100%')
  expect(formatShare(1, 1_000_000)).toBe('< 0.1%')
  expect(formatShare(0, 0)).toBe('–')
})
