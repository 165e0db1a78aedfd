import { expect, it } from 'vitest'
import {
  describeAmong,
  describeLastPlace,
  describeLimitStanding,
  describeSilence,
} from './standing-words.ts'

const NOW = new Date('2026-11-25T16:00:00Z')
const at = (moment: string) => new Date(`2026-11-${moment}:00Z`)
const DAY = { start: at('24T00:00'), end: at('25T00:00') }

it('tells silence from what may still be reported', () => {
  expect(describeSilence('reported', at('25T15:00'), 35, NOW)).toBe('Used until 25 Nov, 15:00 UTC')
  expect(describeSilence('notReported', at('25T08:00'), 35, NOW)).toBe(
    'Used until 25 Nov, 08:00 UTC, no later report yet',
  )
  expect(describeSilence('silent', at('22T08:00'), 35, NOW)).toBe(
    'Silent since 22 Nov, 08:00 UTC, for 3 days',
  )
  expect(describeSilence('neverUsed', undefined, 35, NOW)).toBe('No usage in the last 35 days')
})

it('says how far a limit is used, and when it is reached', () => {
  const standing = {
    limit: { part: 'home', bytes: 20e9 },
    used: 10e9,
    pace: 1e9,
    reachedAt: undefined,
  } as const
  expect(describeLimitStanding({ ...standing, used: 35.2e9, reachedAt: NOW })).toBe(
    '176% of 20.0 GB home: over it',
  )
  expect(describeLimitStanding(standing)).toBe('50.0% of 20.0 GB home')
  expect(describeLimitStanding({ ...standing, reachedAt: at('28T05:00') })).toBe(
    '50.0% of 20.0 GB home, reached on 28 Nov',
  )
})

it('names where a SIM was', () => {
  expect(describeLastPlace({ day: DAY, countries: ['DE'], parts: ['home'] })).toBe(
    'Germany, Home on 24 Nov',
  )
})

it.each([
  [0, 1, 'no more than the one other that was used'],
  [1, 1, 'more than the one other that was used'],
  [0, 24, 'more than none of the 24 others that were used'],
  [15, 24, 'more than 62.5% of the 24 others that were used'],
  [24, 24, 'more than each of the 24 others that were used'],
])('says that %i of %i others used less', (below, others, words) => {
  expect(describeAmong({ median: 1, below, others })).toBe(words)
})
