import { describe, expect, it } from 'vitest'
import { NO_FLOW } from '../question/usage-record.ts'
import type { SimDays } from './sim-days.ts'
import {
  byNearness,
  limitStanding,
  ownPast,
  standingAmong,
  standingInterval,
} from './sim-standing.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const DAY = 86_400_000
const MB = 1_000_000
const at = (date: string) => new Date(`${date}T00:00:00Z`)

/** Days in a row that each used so much. */
function days(from: string, ...bytes: number[]): SimDays[] {
  const start = at(from).getTime()
  return [
    {
      days: bytes.map((total, index) => ({
        start: start + index * DAY,
        data: { ...NO_FLOW, total },
        commands: 0,
        cost: new Map(),
        unchargedBytes: 0,
        unchargedCommands: 0,
        parts: new Map([['home', total / 4]]),
        commandParts: [],
        countries: [],
      })),
      oddities: [],
    },
  ]
}

const constant = (count: number, bytes: number) => Array<number>(count).fill(bytes)

describe('among others', () => {
  it('tells the median of those that were used, and how many used less', () => {
    expect(standingAmong([0, 10, 30, 20, 0], 25)).toEqual({ median: 20, others: 3, below: 2 })
    expect(standingAmong([10, 20], 10)).toEqual({ median: 15, others: 2, below: 0 })
    expect(standingAmong([0, 0], 5)).toBeUndefined()
  })
})

describe('beside its own past', () => {
  const own = days('2026-10-01', ...constant(31, 2 * MB), ...constant(18, 4 * MB), 9 * MB)

  it('holds settled days of the range against the 28 days before', () => {
    const range = { start: at('2026-11-01'), end: at('2026-11-21') }
    // The 19th and 20th are not settled.
    expect(ownPast(own, range, 'super-sim', NOW)).toEqual({
      inRange: 4 * MB,
      before: 2 * MB,
      daysBefore: 28,
    })
  })

  it('has nothing to tell where no day is settled', () => {
    const range = { start: at('2026-11-20'), end: at('2026-11-21') }
    expect(ownPast(own, range, 'super-sim', NOW)).toBeUndefined()
  })
})

describe('within its limit', () => {
  const period = { start: at('2026-11-01'), end: at('2026-12-01') }
  const standing = (limit: number, ...bytes: number[]) =>
    limitStanding(
      days('2026-11-01', ...bytes),
      { part: 'whole', bytes: limit },
      period,
      'super-sim',
      NOW,
    )

  it('tells the day that it is reached at the pace of the newest settled days', () => {
    const { used, pace, reachedAt } = standing(30 * MB, ...constant(18, 1 * MB))
    expect([used, pace]).toEqual([18 * MB, 1 * MB])
    // Twelve more days from the end of the 18th.
    expect(reachedAt).toBeUndefined()
    expect(standing(29 * MB, ...constant(18, 1 * MB)).reachedAt).toEqual(at('2026-11-30'))
  })

  it('counts what is not settled as used, and not for the pace', () => {
    const { used, pace, reachedAt } = standing(40 * MB, ...constant(18, 1 * MB), 20 * MB, 3 * MB)
    expect([used, pace]).toEqual([41 * MB, 1 * MB])
    expect(reachedAt).toEqual(NOW)
  })
})

it('holds a limit of one part against that part alone, and finds the nearest', () => {
  const period = { start: at('2026-11-01'), end: at('2026-12-01') }
  const used = days('2026-11-01', ...constant(18, 4 * MB))
  const standing = (part: 'home' | 'internationalRoaming', bytes: number) =>
    limitStanding(used, { part, bytes }, period, 'super-sim', NOW)
  const home = standing('home', 20 * MB)
  expect([home.used, home.pace, home.reachedAt]).toEqual([18 * MB, 1 * MB, at('2026-11-21')])
  const abroad = standing('internationalRoaming', 1)
  expect([abroad.used, abroad.reachedAt]).toEqual([0, undefined])
  const roomy = standing('home', 90 * MB)
  expect([roomy, abroad, home].sort(byNearness)).toEqual([home, roomy, abroad])
})

describe('a limit that is reached', () => {
  const period = { start: at('2026-11-01'), end: at('2026-12-01') }
  const reachedAt = (limit: number, ...bytes: number[]) =>
    limitStanding(
      days('2026-11-01', ...bytes),
      { part: 'whole', bytes: limit },
      period,
      'super-sim',
      NOW,
    ).reachedAt

  it('by settled days was so by their end', () => {
    expect(reachedAt(10 * MB, ...constant(18, 1 * MB))).toEqual(at('2026-11-19'))
  })

  it('to the byte by days that are not settled is so now, whatever the pace', () => {
    expect(reachedAt(20 * MB, ...constant(20, 1 * MB))).toEqual(NOW)
    expect(reachedAt(20 * MB + 1, ...constant(20, 1 * MB))).not.toEqual(NOW)
  })

  it('is counted from the start of a period that has no settled day', () => {
    const fresh = { start: at('2026-11-20'), end: at('2026-12-20') }
    const before = days('2026-11-12', ...constant(7, 1 * MB))
    const limit = { part: 'whole', bytes: 5 * MB } as const
    expect(limitStanding(before, limit, fresh, 'super-sim', NOW)).toEqual({
      limit,
      used: 0,
      pace: 1 * MB,
      reachedAt: at('2026-11-25'),
    })
  })
})

it('asks for the whole period of a limit, though the range and its past are shorter', () => {
  const range = { start: at('2026-11-20'), end: at('2026-11-21') }
  const period = { start: at('2026-10-21'), end: at('2026-11-21') }
  expect(standingInterval(range, period, 'super-sim', NOW)).toEqual({
    start: at('2026-10-21'),
    end: at('2026-11-21'),
  })
})

it('asks for enough days, whatever the range', () => {
  const month = { start: at('2026-11-01'), end: at('2026-12-01') }
  const interval = (start: string, end: string) =>
    standingInterval({ start: at(start), end: at(end) }, month, 'super-sim', NOW)
  expect(interval('2026-11-18', '2026-11-20').start).toEqual(at('2026-10-21'))
  expect(interval('2026-11-20', '2026-11-21').start).toEqual(at('2026-10-22'))
  expect(interval('2026-06-01', '2026-07-01')).toEqual({ start: at('2026-05-04'), end: NOW })
})
