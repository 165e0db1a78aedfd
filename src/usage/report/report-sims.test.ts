import { describe, expect, it } from 'vitest'
import { finishSteps } from '#testing/finish-steps.ts'
import type { SimAmounts } from '../sims/sim-sums.ts'
import { type ReportedSim, rankReportedSims } from './report-sims.ts'

function amounts(total: number, cost?: number, currency = 'USD'): SimAmounts {
  return {
    data: { total, download: total, upload: 0 },
    commands: 0,
    cost: cost === undefined ? new Map() : new Map([[currency, cost]]),
    unchargedBytes: cost === undefined ? total : 0,
    unchargedCommands: 0,
  }
}

const sim = (
  name: string,
  later: SimAmounts,
  earlier: SimAmounts,
  limits: ReportedSim<string>['limits'] = [],
): ReportedSim<string> => ({ sim: name, later, earlier, limits })

const limit = (bytes: number, used: number) => ({ limit: { part: 'whole', bytes }, used }) as const

const NONE = amounts(0)
const names = ({ sims }: { sims: readonly ReportedSim<string>[] } = { sims: [] }) =>
  sims.map((one) => one.sim)

describe('the SIMs of a report', () => {
  const ranked = finishSteps(
    rankReportedSims([
      sim('dear', amounts(5, 90), amounts(5, 80)),
      sim('busy', amounts(80, 8), amounts(10, 1), [limit(40, 80)]),
      sim('new', amounts(20, 30), NONE, [limit(10, 20), limit(5, 20)]),
      sim('quiet', NONE, amounts(7, 2)),
      sim('never', NONE, NONE, [limit(10, 0)]),
      sim('euro', amounts(3, 400, 'EUR'), amounts(3, 1, 'EUR')),
      { ...sim('uncharged', amounts(9), amounts(9, 1)), limits: undefined },
    ]),
  )

  it('are those that cost most, currency by currency', () => {
    expect(names(ranked.cost.get('USD'))).toEqual(['dear', 'new', 'busy'])
    expect(names(ranked.cost.get('EUR'))).toEqual(['euro'])
  })

  it('are those that grew most, in data and in cost', () => {
    expect(names(ranked.grew)).toEqual(['busy', 'new'])
    expect(names(ranked.costGrew.get('USD'))).toEqual(['new', 'dear', 'busy'])
  })

  it('are those over a limit, the furthest beyond first, and those that went silent', () => {
    expect(names(ranked.over)).toEqual(['new', 'busy'])
    expect(names(ranked.silent)).toEqual(['quiet'])
  })

  it('count as lacking where a charge or the limits are not known', () => {
    expect(ranked).toMatchObject({ count: 6, uncharged: 1, unlimitedUnknown: 1 })
  })

  it('are ten of each, and say of how many', () => {
    const many = Array.from({ length: 25 }, (_, at) => sim(`s${at}`, amounts(at + 1, at + 1), NONE))
    const { cost } = finishSteps(rankReportedSims(many))
    expect(cost.get('USD')?.count).toBe(25)
    expect(names(cost.get('USD'))).toEqual([
      ...['s24', 's23', 's22', 's21', 's20', 's19', 's18', 's17', 's16', 's15'],
    ])
  })
})
