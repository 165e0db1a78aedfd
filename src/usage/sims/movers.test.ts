import { describe, expect, it } from 'vitest'
import { finishSteps } from '#testing/finish-steps.ts'
import { describeFinding } from '../words/mover-words.ts'
import { reachedByMean } from './limit-reach.ts'
import type { MeteredLimit } from './metered-limit.ts'
import { findMovers, moverPeriods, type SimActivity } from './movers.ts'
import { NOTHING_USED } from './sim-sums.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const PERIODS = moverPeriods('super-sim', 7, NOW)
const MB = 1_000_000
const MONTH_END = new Date('2026-12-01T00:00:00Z')

/** A limit of everything, as a fleet has it. */
const limited = (used: number, bytes: number, current: number): MeteredLimit => ({
  limit: { part: 'whole', bytes },
  used,
  mean: current / 7,
  reachedAt: reachedByMean({ part: 'whole', bytes }, used, current / 7, PERIODS.month, MONTH_END),
  settled: PERIODS.month,
  until: MONTH_END,
})

const activity = (name: string, part: Partial<SimActivity<string>>): SimActivity<string> => ({
  sim: name,
  current: 0,
  previous: 0,
  commands: { current: 0, previous: 0 },
  limits: [],
  cost: { current: NOTHING_USED, previous: NOTHING_USED },
  newCountries: [],
  ...part,
})

const SIMS = [
  activity('steady', {
    current: 50 * MB,
    previous: 50 * MB,
    limits: [limited(100 * MB, 400 * MB, 50 * MB)],
  }),
  activity('grown', { current: 90 * MB, previous: 10 * MB }),
  activity('begun', { current: 20 * MB }),
  activity('fallen', { current: 5 * MB, previous: 40 * MB }),
  activity('silent', { previous: 30 * MB }),
  activity('unused', {}),
  activity('abroad', { current: 1 * MB, previous: 1 * MB, newCountries: ['ES', 'FR'] }),
  activity('over', {
    current: 7 * MB,
    previous: 7 * MB,
    limits: [limited(30 * MB, 20 * MB, 7 * MB)],
  }),
  activity('near', {
    current: 7 * MB,
    previous: 7 * MB,
    limits: [limited(17 * MB, 20 * MB, 7 * MB)],
  }),
]

const movers = finishSteps(findMovers(SIMS, 3))
const found = (kind: string) => {
  const findings = movers.findings.find((one) => one.kind === kind)
  return { count: findings?.count, sims: findings?.gravest.map((one) => one.activity.sim) }
}
const why = (kind: string) =>
  movers.findings
    .find((one) => one.kind === kind)
    ?.gravest.map((one) => describeFinding(one, PERIODS, movers.total))

describe('periods', () => {
  it('count settled days only', () => {
    expect(PERIODS.current).toEqual({
      start: new Date('2026-11-12T00:00:00Z'),
      end: new Date('2026-11-19T00:00:00Z'),
    })
    expect(PERIODS.previous).toEqual({
      start: new Date('2026-11-05T00:00:00Z'),
      end: new Date('2026-11-12T00:00:00Z'),
    })
    expect(PERIODS.history).toEqual({
      start: new Date('2026-09-13T00:00:00Z'),
      end: new Date('2026-11-12T00:00:00Z'),
    })
    expect(PERIODS.month).toEqual({
      start: new Date('2026-11-01T00:00:00Z'),
      end: new Date('2026-11-19T00:00:00Z'),
    })
    expect(moverPeriods('programmable-wireless', 7, NOW).current.end).toEqual(
      new Date('2026-11-18T00:00:00Z'),
    )
  })

  it('have no day of a month that none is settled of', () => {
    const { month } = moverPeriods('super-sim', 7, new Date('2026-12-01T12:00:00Z'))
    expect(month.start).toEqual(month.end)
  })
})

describe('findings', () => {
  it('tell the gravest of each kind, and count all', () => {
    expect(found('top')).toEqual({ count: 7, sims: ['grown', 'steady', 'begun'] })
    expect(found('grew')).toEqual({ count: 2, sims: ['grown', 'begun'] })
    expect(found('fell')).toEqual({ count: 1, sims: ['fallen'] })
    expect(found('silent')).toEqual({ count: 1, sims: ['silent'] })
    expect(found('roaming')).toEqual({ count: 1, sims: ['abroad'] })
    expect(found('limit')).toEqual({ count: 2, sims: ['over', 'near'] })
  })

  it('keep those that are alike in the order that they came in', () => {
    const alike = ['a', 'b', 'c', 'd'].map((name) =>
      activity(name, { current: 2 * MB, newCountries: ['FR'] }),
    )
    const { findings } = finishSteps(findMovers(alike, 3))
    const ofKind = (kind: string) => {
      const one = findings.find((other) => other.kind === kind)
      return [one?.count, one?.gravest.map(({ activity: { sim } }) => sim).join('')]
    }
    expect(['top', 'grew', 'roaming', 'fell'].map(ofKind)).toEqual([
      [4, 'abc'],
      [4, 'abc'],
      [4, 'abc'],
      [0, ''],
    ])
  })

  it('put the SIM that is furthest beyond its limit first, then those that will reach it soonest', () => {
    const limit = 20 * MB
    const sims = [
      activity('in two days', { current: 7 * MB, limits: [limited(18 * MB, limit, 7 * MB)] }),
      activity('just reached', { limits: [limited(limit, limit, 0)] }),
      activity('tomorrow', { current: 7 * MB, limits: [limited(19 * MB, limit, 7 * MB)] }),
      activity('twice', { limits: [limited(2 * limit, limit, 0)] }),
    ]
    const { findings } = finishSteps(findMovers(sims, 4))
    expect(findings.at(-1)?.gravest.map((one) => one.activity.sim)).toEqual([
      'twice',
      'just reached',
      'tomorrow',
      'in two days',
    ])
  })

  it('say why in a sentence', () => {
    expect(why('top')?.[0]).toBe('Used 90.0 MB in 7 days, 50.0% of all.')
    expect(why('grew')).toEqual([
      'Used 90.0 MB in 7 days, 80.0 MB more than the 10.0 MB of the 7 before.',
      'Used 20.0 MB in 7 days, after nothing in the 7 before.',
    ])
    expect(why('fell')).toEqual([
      'Used 5.00 MB in 7 days, 35.0 MB less than the 40.0 MB of the 7 before.',
    ])
    expect(why('silent')).toEqual(['No usage in 7 days, after 30.0 MB in the 7 before.'])
    expect(why('roaming')).toEqual([
      'Was in Spain and France, where it had not been in the 60 days before.',
    ])
    expect(why('limit')).toEqual([
      'Used 30.0 MB of its 20.0 MB this month until Wed, 18 Nov 2026: 150%.',
      'Used 17.0 MB of its 20.0 MB this month until Wed, 18 Nov 2026; at 1.00 MB a day it would be reached on Sun, 22 Nov 2026.',
    ])
  })
})

it('holds each limit against its own part, and tells of the one that matters most', () => {
  const settled = { start: new Date('2026-11-12T00:00:00Z'), end: PERIODS.current.end }
  const until = new Date('2026-12-12T00:00:00Z')
  const of = (part: 'home' | 'internationalRoaming', used: number, bytes: number) => ({
    limit: { part, bytes },
    used,
    mean: used / 7,
    reachedAt: reachedByMean({ part, bytes }, used, used / 7, settled, until),
    settled,
    until,
  })
  const roaming = activity('roaming', {
    current: 70 * MB,
    limits: [of('home', 7 * MB, 100 * MB), of('internationalRoaming', 63 * MB, 60 * MB)],
  })
  const within = activity('within', { current: 70 * MB, limits: [of('home', 7 * MB, 100 * MB)] })
  const { findings } = finishSteps(findMovers([within, roaming], 3))
  const limits = findings.find(({ kind }) => kind === 'limit')
  expect(limits?.count).toBe(1)
  expect(limits?.gravest.map((one) => describeFinding(one, PERIODS, 1))).toEqual([
    'Used 63.0 MB of its 60.0 MB for international roaming since Thu, 12 Nov 2026 until Wed, 18 Nov 2026: 105%.',
  ])
})

it('takes a SIM for silent only where it sent no Command either', () => {
  const talks = activity('talks', {
    previous: 3 * MB,
    commands: { current: 549, previous: 500 },
  })
  const stopped = activity('stopped', { commands: { current: 0, previous: 549 } })
  const both = activity('both', { previous: 3 * MB, commands: { current: 0, previous: 1 } })
  const { findings } = finishSteps(findMovers([talks, stopped, both], 10))
  const silent = findings.find(({ kind }) => kind === 'silent')
  expect(silent?.gravest.map((one) => one.activity.sim)).toEqual(['both', 'stopped'])
  expect(silent?.gravest.map((one) => describeFinding(one, PERIODS, 0))).toEqual([
    'No usage in 7 days, after 3.00 MB and 1 Command in the 7 before.',
    'No usage in 7 days, after 549 Commands in the 7 before.',
  ])
})
