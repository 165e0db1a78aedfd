import { expect, it } from 'vitest'
import { retryAfterSeconds } from './retry-after.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')

it.each([
  ['7', undefined, 7],
  ['0', undefined, 0],
  ['0.5', undefined, 1],
  ['Fri, 20 Nov 2026 12:00:30 GMT', undefined, 30],
  // The clock of the upstream is an hour ahead of this one.
  ['Fri, 20 Nov 2026 13:00:05 GMT', 'Fri, 20 Nov 2026 13:00:00 GMT', 5],
  // Long past: there is nothing to wait for.
  ['Fri, 20 Nov 2026 11:00:00 GMT', undefined, 0],
  ['soon', undefined, undefined],
  ['-5', undefined, undefined],
  ['', undefined, undefined],
])('reads Retry-After %j beside Date %j as %j seconds', (retryAfter, date, seconds) => {
  const headers = new Headers({ 'Retry-After': retryAfter, ...(date ? { Date: date } : {}) })
  expect(retryAfterSeconds(headers, NOW)).toBe(seconds)
})

it('asks for nothing where the header is not there', () => {
  expect(retryAfterSeconds(new Headers(), NOW)).toBeUndefined()
})
