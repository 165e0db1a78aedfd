import { describe, expect, it } from 'vitest'
import { finishSteps } from '#testing/finish-steps.ts'
import {
  describeFinding,
  describeNoFindings,
  describeUntold,
  nameFindings,
} from '../words/mover-words.ts'
import { findMovers, moverPeriods, type SimActivity } from './movers.ts'
import type { SimAmounts } from './sim-sums.ts'

const PERIODS = moverPeriods('super-sim', 7, new Date('2026-11-20T12:00:00Z'))
const GB = 1_000_000_000

/** What was used in a period. @param uncharged bytes of it without a charge */
function used(bytes: number, cost: Record<string, number>, uncharged = 0): SimAmounts {
  return {
    data: { total: bytes, download: bytes, upload: 0 },
    commands: 0,
    cost: new Map(Object.entries(cost)),
    unchargedBytes: uncharged,
    unchargedCommands: 0,
  }
}

const NOTHING = used(0, {})

const sim = (name: string, current: SimAmounts, previous: SimAmounts): SimActivity<string> => ({
  sim: name,
  current: current.data.total,
  previous: previous.data.total,
  commands: { current: current.commands, previous: previous.commands },
  limits: [],
  newCountries: [],
  cost: { current, previous },
})

/** What is told of costs, panel by panel. */
function toldOf(sims: readonly SimActivity<string>[]) {
  return finishSteps(findMovers(sims, 5))
    .findings.filter(({ kind }) => kind === 'cost' || kind === 'costGrew')
    .map((findings) =>
      [
        `${nameFindings(findings)}: ${findings.count}`,
        findings.count === 0 ? describeNoFindings(findings) : [],
        findings.gravest.map((one) => `${one.activity.sim}: ${describeFinding(one, PERIODS, 1)}`),
        describeUntold(findings) ?? [],
      ].flat(),
    )
}

it('ranks what costs most and grew most in each currency apart, and never adds two', () => {
  const sims = [
    sim('dear', used(9, { USD: 30 }), used(9, { USD: 29.9 })),
    sim('dearer now', used(9, { USD: 12.3 }), used(9, { USD: 2.1 })),
    sim('begun', used(9, { JPY: 400 }), NOTHING),
    sim('cheaper', used(9, { USD: 1 }), used(9, { USD: 9 })),
    sim('two', used(9, { USD: 3, JPY: 500 }), used(9, { USD: 1, JPY: 500 })),
    sim('unused', NOTHING, NOTHING),
  ]
  expect(toldOf(sims)).toEqual([
    ['Cost most in JPY: 2', 'two: Cost ¥500 in 7 days.', 'begun: Cost ¥400 in 7 days.'],
    [
      'Cost most in USD: 4',
      'dear: Cost $30.00 in 7 days.',
      'dearer now: Cost $12.30 in 7 days.',
      'two: Cost $3.00 in 7 days.',
      'cheaper: Cost $1.00 in 7 days.',
    ],
    ['Cost grew most in JPY: 1', 'begun: Cost ¥400 in 7 days, after nothing in the 7 before.'],
    [
      'Cost grew most in USD: 3',
      'dearer now: Cost $12.30 in 7 days, $10.20 more than the $2.10 of the 7 before.',
      'two: Cost $3.00 in 7 days, $2.00 more than the $1.00 of the 7 before.',
      'dear: Cost $30.00 in 7 days, $0.10 more than the $29.90 of the 7 before.',
    ],
  ])
  expect(toldOf([sim('unused', NOTHING, NOTHING)])).toEqual([
    ['Cost most: 0', 'No SIM has a cost that is known.'],
    ['Cost grew most: 0', 'No SIM cost more than before.'],
  ])
})

describe('a charge that is missing', () => {
  const now = used(2 * GB, { USD: 12.3 })

  it('is no zero of the period before: nobody knows by how much it grew', () => {
    expect(toldOf([sim('uncharged then', now, used(4 * GB, {}, 4 * GB))])).toEqual([
      ['Cost most in USD: 1', 'uncharged then: Cost $12.30 in 7 days.'],
      [
        'Cost grew most: 0',
        'No SIM is known to have cost more than before.',
        '1 SIM is left out: KORE tells no charge for what it used, now or before.',
      ],
    ])
    expect(toldOf([sim('charged in part', now, used(4 * GB, { USD: 1 }, 3 * GB))])[1]?.[0]).toBe(
      'Cost grew most: 0',
    )
  })

  it('of now makes the cost one of a part, and the growth the least that it can be', () => {
    const part = used(5 * GB, { USD: 12.3 }, 2 * GB)
    const sims = [
      sim('dearer', part, used(1 * GB, { USD: 2.1 })),
      sim('begun', part, NOTHING),
      sim('nobody knows', part, used(9 * GB, { USD: 20 })),
    ]
    expect(toldOf(sims)).toEqual([
      [
        'Cost most in USD: 3',
        ...['dearer', 'begun', 'nobody knows'].map(
          (name) =>
            `${name}: Cost $12.30 in 7 days for 3.00 GB of 5.00 GB; the charge of the rest is not known.`,
        ),
      ],
      [
        'Cost grew most in USD: 2',
        'begun: Cost $12.30 in 7 days for 3.00 GB of 5.00 GB, after nothing in the 7 before; the charge of the rest is not known.',
        'dearer: Cost $12.30 in 7 days for 3.00 GB of 5.00 GB, at least $10.20 more than the $2.10 of the 7 before; the charge of the rest is not known.',
        '1 SIM is left out: KORE tells no charge for what it used, now or before.',
      ],
    ])
  })

  it('of all that was used leaves the SIM out of both', () => {
    const sims = ['a', 'b'].map((name) => sim(name, used(3, {}, 3), used(3, { USD: 1 })))
    expect(toldOf(sims)).toEqual([
      [
        'Cost most: 0',
        'No SIM has a cost that is known.',
        '2 SIMs are left out: KORE tells no charge for what they used.',
      ],
      [
        'Cost grew most: 0',
        'No SIM is known to have cost more than before.',
        '2 SIMs are left out: KORE tells no charge for what they used, now or before.',
      ],
    ])
  })

  it('of Commands is one, too', () => {
    const talks = { ...now, commands: 5, unchargedCommands: 4 }
    expect(toldOf([sim('talks', talks, NOTHING)])[0]?.[1]).toBe(
      'talks: Cost $12.30 in 7 days for 2.00 GB and 1 Command of 2.00 GB and 5 Commands; the charge of the rest is not known.',
    )
    expect(toldOf([sim('talked', now, talks)])[1]?.[0]).toBe('Cost grew most: 0')
  })

  it('before matters not where nothing was used since, and free is a charge', () => {
    const uncharged = used(4 * GB, {}, 4 * GB)
    const free = used(2 * GB, {})
    expect(toldOf([sim('stopped', NOTHING, uncharged), sim('free', free, uncharged)])[1]).toEqual([
      'Cost grew most: 0',
      'No SIM cost more than before.',
    ])
    expect(toldOf([sim('was free', now, used(1 * GB, {}))])[1]?.[1]).toBe(
      'was free: Cost $12.30 in 7 days, $12.30 more than the $0.00 of the 7 before.',
    )
  })
})
