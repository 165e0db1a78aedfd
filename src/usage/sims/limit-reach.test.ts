import { describe, expect, it } from 'vitest'
import { NO_FLOW } from '../question/usage-record.ts'
import { limitReach, limitReachedAt, reachedByMean } from './limit-reach.ts'
import type { SimDays } from './sim-days.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const DAY = 86_400_000
const MB = 1_000_000
const at = (date: string) => new Date(`${date}T00:00:00Z`)
const MONTH = { start: at('2026-11-01'), end: at('2026-12-01') }
const ASKED = { start: at('2026-08-29'), end: at('2026-11-21') }

/** Days in a row that each used so many megabytes, a quarter of them at home; the last is the 20th of November. */
function until20th(megabytes: readonly number[]): SimDays[] {
  const first = at('2026-11-21').getTime() - megabytes.length * DAY
  const days = megabytes.map((total, index) => ({
    start: first + index * DAY,
    data: { ...NO_FLOW, total: total * MB },
    commands: 0,
    cost: new Map(),
    unchargedBytes: 0,
    unchargedCommands: 0,
    parts: new Map([['home', (total * MB) / 4]]),
    commandParts: [],
    countries: [],
  }))
  return [{ days: days.filter(({ data }) => data.total > 0), oddities: [] }]
}

const constant = (count: number, megabytes = 1) => Array<number>(count).fill(megabytes)
const askedOf = (megabytes: readonly number[], period = MONTH) => ({
  days: until20th(megabytes),
  asked: ASKED,
  period,
  product: 'super-sim' as const,
  now: NOW,
})
const reach = (megabytes: readonly number[], limit: number, period = MONTH) =>
  limitReach({ part: 'whole', bytes: limit * MB }, askedOf(megabytes, period))

describe('a limit', () => {
  it('is reached by settled days, or by what is reported', () => {
    // The 18th is the last settled day.
    expect(reach(constant(84), 18)).toEqual({ kind: 'reached', at: at('2026-11-19') })
    expect(reach(constant(84), 20)).toEqual({ kind: 'reached', at: NOW })
  })

  it('is expected on the day that the days of the SIM lead to, with odds and a record', () => {
    const expected = reach(constant(84), 29)
    expect(expected).toMatchObject({ kind: 'expected', at: at('2026-11-29'), odds: 1 })
    expect('record' in expected && expected.record.of).toBeGreaterThan(10)
    expect(reach(constant(84), 31)).toMatchObject({ kind: 'notExpected', odds: 0 })
  })

  it('knows that weekends differ, so that none falls on a day without use', () => {
    // 29 August 2026 is a Saturday: nothing is used on weekends, seven on each of the fifteen workdays so far.
    const workdays = Array.from({ length: 84 }, (_, day) => (day % 7 < 2 ? 0 : 7))
    expect(reach(workdays, 15 * 7 + 1)).toMatchObject({ kind: 'expected', at: at('2026-11-23') })
  })

  it('is told of with odds between none and all where days differ', () => {
    const wild = Array.from({ length: 84 }, (_, day) => ((day * 37) % 11) + 1)
    const first = reach(wild, 190)
    if (!('odds' in first)) throw new Error(first.kind)
    expect(first.low).toBeLessThan(first.expected)
    // At the upper end of the range one in ten is beyond it.
    expect(reach(wild, first.high / MB)).toMatchObject({ kind: 'notExpected' })
    const beyond = reach(wild, first.high / MB)
    expect('odds' in beyond && beyond.odds).toBeCloseTo(0.1, 1)
    const middle = reach(wild, first.expected / MB)
    expect('odds' in middle && middle.odds).toBeCloseTo(0.5, 6)
  })

  it('is not known by fewer than fourteen settled days since the first use', () => {
    expect(reach(constant(15), 40)).toEqual({ kind: 'unknown' })
    expect(reach(constant(16), 40)).toMatchObject({ kind: 'notExpected' })
    // A SIM that was never used is one of which all days are known.
    expect(reach([], 40)).toMatchObject({ kind: 'notExpected', odds: 0 })
  })

  it('is counted from the start of a period that has no settled day', () => {
    const fresh = { start: at('2026-11-20'), end: at('2026-12-20') }
    expect(reach(constant(84), 5, fresh)).toMatchObject({ kind: 'expected', at: at('2026-11-24') })
  })

  it('counts its own part alone', () => {
    const home = { part: 'home', bytes: 6 * MB } as const
    const told = limitReach(home, askedOf(constant(84)))
    // A quarter of a megabyte a day: 24 days.
    expect(told).toMatchObject({ kind: 'expected', at: at('2026-11-24') })
  })

  it('takes an open day of which more is reported than usual for what it is', () => {
    expect(reach([...constant(82), 8, 1], 36)).toMatchObject({
      kind: 'expected',
      at: at('2026-11-29'),
    })
  })
})

it('is told of thousands on the same day as of one, without odds', () => {
  const dayOf = (megabytes: readonly number[], bytes: number) =>
    limitReachedAt({ part: 'whole', bytes: bytes * MB }, askedOf(megabytes))
  expect(dayOf(constant(84), 18)).toEqual(at('2026-11-19'))
  expect(dayOf(constant(84), 20)).toEqual(NOW)
  expect(dayOf(constant(84), 29)).toEqual(at('2026-11-29'))
  expect(dayOf(constant(84), 31)).toBeUndefined()
  expect(dayOf(constant(15), 16)).toBeUndefined()
})

describe('a limit of which no days are known', () => {
  const settled = { start: at('2026-11-01'), end: at('2026-11-19') }
  const byMean = (used: number, mean: number) =>
    reachedByMean({ part: 'whole', bytes: 20 * MB }, used, mean, settled, MONTH.end)

  it('would be reached within the month at the mean, or is told of no day', () => {
    expect(byMean(19 * MB, MB)).toEqual(at('2026-11-20'))
    expect(byMean(8 * MB + 1, MB)).toEqual(new Date('2026-11-30T23:59:59.914Z'))
    expect(byMean(8 * MB, MB)).toBeUndefined()
    expect(byMean(20 * MB, 0)).toEqual(settled.end)
    expect(byMean(19 * MB, 0)).toBeUndefined()
  })
})
