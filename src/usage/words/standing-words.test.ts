import { expect, it } from 'vitest'
import type { LimitReach } from '../sims/limit-reach.ts'
import { describeReach, describeReachRange, formatOdds } from './forecast-words.ts'
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
  } as const
  const ahead = { expected: 19e9, low: 15e9, high: 23e9, record: { held: 8, of: 10 } }
  const told = (reach: LimitReach, used = 10e9) =>
    describeLimitStanding({ ...standing, used, reach })
  expect(told({ kind: 'reached', at: NOW }, 35.2e9)).toBe('176% of 20.0 GB home: over it')
  expect(told({ kind: 'notExpected', ...ahead, odds: 0.37 })).toBe('50.0% of 20.0 GB home')
  expect(told({ kind: 'expected', at: at('28T05:00'), ...ahead, odds: 0.76 })).toBe(
    '50.0% of 20.0 GB home, expected to be reached on 28 Nov (8 in 10)',
  )
  expect(told({ kind: 'unknown' })).toBe('50.0% of 20.0 GB home, too few settled days to tell when')
})

it('says whether a limit will be reached, in odds and with a range that says how often it held', () => {
  const ahead = { expected: 19e9, low: 15e9, high: 23e9 }
  const not = { kind: 'notExpected', ...ahead, odds: 0.02, record: { held: 0, of: 0 } } as const
  expect([describeReach(not), describeReachRange(not)]).toEqual([
    'not expected to be reached (less than 1 in 10)',
    '15.0 GB to 23.0 GB by the end; not tried on enough days yet, so the range is wider',
  ])
  expect(describeReach({ ...not, odds: 0.46 })).toBe('may be reached (5 in 10)')
  expect(describeReach({ kind: 'unknown' })).toBe(
    'when it is reached is not known before 14 settled days since the first use',
  )
  expect(describeReachRange({ kind: 'unknown' })).toBe('')
  expect(formatOdds(0.96)).toBe('more than 9 in 10')
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
