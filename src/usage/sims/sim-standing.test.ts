import { describe, expect, it } from 'vitest'
import { NO_FLOW } from '../question/usage-record.ts'
import type { SimDays } from './sim-days.ts'
import {
  limitStandings,
  ownPast,
  recentInterval,
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

it('holds each limit against its own part alone, the nearest first', () => {
  const asked = { start: at('2026-09-01'), end: at('2026-11-21') }
  const period = { start: at('2026-11-01'), end: at('2026-12-01') }
  const used = days('2026-09-01', ...constant(80, 4 * MB))
  const limits = [
    { part: 'internationalRoaming', bytes: 1 },
    { part: 'home', bytes: 90 * MB },
    { part: 'whole', bytes: 100 * MB },
    { part: 'home', bytes: 24 * MB },
  ] as const
  const standings = limitStandings(used, asked, limits, period, 'super-sim', NOW)
  // A quarter of it is home: one MB a day, of which there are nineteen and half a day of the twentieth.
  expect(standings.map(({ limit, used, reach }) => [limit.bytes, used / MB, reach.kind])).toEqual([
    [24 * MB, 19, 'expected'],
    [100 * MB, 76, 'expected'],
    [90 * MB, 19, 'notExpected'],
    [1, 0, 'notExpected'],
  ])
})

it('asks for the whole period of a limit, though the range and its past are shorter', () => {
  const range = { start: at('2026-11-20'), end: at('2026-11-21') }
  const period = { start: at('2026-07-21'), end: at('2026-11-21') }
  expect(standingInterval(range, period, 'super-sim', NOW)).toEqual({
    start: at('2026-07-21'),
    end: at('2026-11-21'),
  })
})

it('asks for enough days, whatever the range', () => {
  const month = { start: at('2026-11-01'), end: at('2026-12-01') }
  const interval = (start: string, end: string) =>
    standingInterval({ start: at(start), end: at(end) }, month, 'super-sim', NOW)
  expect(interval('2026-11-18', '2026-11-21')).toEqual(recentInterval(month, NOW))
  expect(interval('2026-11-18', '2026-11-21').start).toEqual(at('2026-08-29'))
  expect(interval('2026-06-01', '2026-07-01')).toEqual({
    start: at('2026-05-04'),
    end: at('2026-11-21'),
  })
})
