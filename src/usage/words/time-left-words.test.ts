import { expect, it } from 'vitest'
import { describeTimeLeft } from './time-left-words.ts'

it.each([
  [undefined, ''],
  [0, ''],
  [4_999, ''],
  [5_000, 'about 10 seconds left'],
  [11_000, 'about 20 seconds left'],
  [54_000, 'about 60 seconds left'],
  [55_000, 'about 1 minute left'],
  [89_000, 'about 1 minute left'],
  [91_000, 'about 2 minutes left'],
  [89 * 60_000, 'about 89 minutes left'],
  [90 * 60_000, 'about 2 hours left'],
  [5 * 3_600_000, 'about 5 hours left'],
])('tells %j milliseconds as %j', (milliseconds, words) => {
  expect(describeTimeLeft(milliseconds)).toBe(words)
})
