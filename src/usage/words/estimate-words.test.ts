import { expect, it } from 'vitest'
import { describeTimeLeft, describeWork, formatEstimate } from './estimate-words.ts'

it.each([
  [0, 'about 10 seconds'],
  [5_000, 'about 10 seconds'],
  [11_000, 'about 20 seconds'],
  [54_000, 'about 60 seconds'],
  [55_000, 'about 1 minute'],
  [89_000, 'about 1 minute'],
  [91_000, 'about 2 minutes'],
  [21 * 60_000, 'about 21 minutes'],
  [95 * 60_000, 'about 95 minutes'],
  [5 * 3_600_000, 'about 5 hours'],
])('tells that %i ms are %s', (milliseconds, words) => {
  expect(formatEstimate(milliseconds)).toBe(words)
})

it('tells of what is left only where it is known, and more than a few seconds', () => {
  expect([undefined, 0, 4_999, 5_000, 90 * 60_000].map(describeTimeLeft)).toEqual([
    '',
    '',
    '',
    'about 10 seconds left',
    'about 90 minutes left',
  ])
})

it('says how often KORE is asked, and how long that takes', () => {
  expect(describeWork(3_115)).toBe(
    '3,115 requests to KORE: about 13 minutes where each takes it a second',
  )
})
