import { expect, it } from 'vitest'
import { finishSteps } from '#testing/finish-steps.ts'
import type { SimAmounts } from '../sims/sim-sums.ts'
import { sumByPlan } from './plan-usage.ts'

const amounts = (total: number, cost: number, currency = 'USD'): SimAmounts => ({
  data: { total, download: total, upload: 0 },
  commands: 1,
  cost: new Map([[currency, cost]]),
  unchargedBytes: 2,
  unchargedCommands: 0,
})

it('adds SIMs up by their plans, the largest first, and currencies apart', () => {
  const of = (planSid: string, later: SimAmounts, earlier: SimAmounts) => ({
    ...{ sim: { planSid }, later, earlier, limits: [] },
  })
  const nothing = { ...amounts(0, 0), commands: 0 }
  const plans = finishSteps(
    sumByPlan([
      of('A', amounts(5, 0.1), amounts(1, 1)),
      of('B', amounts(50, 7), amounts(40, 6)),
      of('A', amounts(6, 0.2), amounts(2, 3, 'EUR')),
      of('A', nothing, nothing),
    ]),
  )
  expect(plans.map(({ plan, sims }) => [plan, sims])).toEqual([
    ['B', 1],
    ['A', 2],
  ])
  expect(plans[1]).toMatchObject({
    later: { data: { total: 11 }, commands: 2, unchargedBytes: 4 },
    earlier: { data: { total: 3 } },
  })
  expect(plans[1]?.later.cost).toEqual(new Map([['USD', 0.3]]))
  expect(plans[1]?.earlier.cost).toEqual(
    new Map([
      ['USD', 1],
      ['EUR', 3],
    ]),
  )
})
