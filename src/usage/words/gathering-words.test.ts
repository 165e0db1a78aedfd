import { expect, it } from 'vitest'
import { describeWork, formatEstimate } from './gathering-words.ts'

it.each([
  [0, 'less than a minute'],
  [44_000, 'less than a minute'],
  [60_000, 'about 1 minute'],
  [21 * 60_000, 'about 21 minutes'],
  [95 * 60_000, 'about 95 minutes'],
  [5 * 3_600_000, 'about 5 hours'],
])('tells that %i ms are %s', (milliseconds, words) => {
  expect(formatEstimate(milliseconds)).toBe(words)
})

it('says how often KORE is asked, and how long that takes', () => {
  expect(describeWork(3_115)).toBe(
    '3,115 requests to KORE: about 13 minutes where each takes it a second',
  )
})
