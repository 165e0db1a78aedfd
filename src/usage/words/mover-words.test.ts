import { expect, it } from 'vitest'
import { moverPeriods, type SimActivity } from '../sims/movers.ts'
import { NOTHING_USED } from '../sims/sim-sums.ts'
import { describeFinding } from './mover-words.ts'

const PERIODS = moverPeriods('super-sim', 7, new Date('2026-11-20T12:00:00Z'))
const LIMIT = { part: 'whole', bytes: 20e6 } as const

const near: SimActivity<string> = {
  sim: 'near',
  current: 7e6,
  previous: 7e6,
  commands: { current: 0, previous: 0 },
  limits: [
    {
      limit: LIMIT,
      used: 17e6,
      reachedAt: new Date('2026-11-22T00:00:00Z'),
      mean: 1e6,
      settled: PERIODS.month,
      until: new Date('2026-12-01T00:00:00Z'),
    },
  ],
  cost: { current: NOTHING_USED, previous: NOTHING_USED },
  newCountries: [],
}

it('tells when a limit is reached by the days of a SIM where they are there, with odds and a range', () => {
  const own = {
    kind: 'expected',
    at: new Date('2026-11-22T00:00:00Z'),
    expected: 29e6,
    low: 21.5e6,
    high: 40e6,
    odds: 0.93,
    record: { held: 10, of: 12 },
  } as const
  const finding = { kind: 'limit', activity: near } as const
  const used = 'Used 17.0 MB of its 20.0 MB this month until Wed, 18 Nov 2026; '
  expect(describeFinding(finding, PERIODS, 1, own)).toBe(
    `${used}expected to be reached on Sun, 22 Nov 2026 (9 in 10): 21.5 MB to 40.0 MB by the end; such a range held 10 of 12 times.`,
  )
  expect(describeFinding(finding, PERIODS, 1)).toBe(
    `${used}at 1.00 MB a day it would be reached on Sun, 22 Nov 2026.`,
  )
  expect(describeFinding(finding, PERIODS, 1, { kind: 'unknown' })).toBe(
    `${used}when it is reached is not known before 14 settled days since the first use.`,
  )
})
