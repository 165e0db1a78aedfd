import { addByCurrency } from '../question/money.ts'
import { addFlow } from '../question/usage-record.ts'
import { NOTHING_USED, type SimAmounts } from '../sims/sim-sums.ts'
import { STEP } from '../sims/step.ts'
import type { ReportedSim } from './report-sims.ts'

/** What the SIMs of a rate plan or a fleet used together. */
export interface PlanUsage {
  /** Its SID; empty for SIMs that have none. */
  readonly plan: string
  /** How many of its SIMs were used in either period. */
  readonly sims: number
  readonly later: SimAmounts
  readonly earlier: SimAmounts
}

/** Adds SIMs up by what sets their limits today, the one that used most first; in steps. */
export function* sumByPlan<T extends { readonly planSid: string }>(
  sims: Iterable<ReportedSim<T>>,
): Generator<void, PlanUsage[]> {
  const plans = new Map<string, PlanUsage>()
  let looked = 0
  for (const { sim, later, earlier } of sims) {
    looked += 1
    if (looked % STEP === 0) yield
    if ([later, earlier].every(({ data, commands }) => data.total === 0 && commands === 0)) continue
    const plan = sim.planSid
    const known = plans.get(plan) ?? { plan, sims: 0, later: NOTHING_USED, earlier: NOTHING_USED }
    plans.set(plan, {
      plan,
      sims: known.sims + 1,
      later: addSimAmounts(known.later, later),
      earlier: addSimAmounts(known.earlier, earlier),
    })
  }
  return [...plans.values()].sort(
    (a, b) => b.later.data.total - a.later.data.total || (a.plan < b.plan ? -1 : 1),
  )
}

function addSimAmounts(a: SimAmounts, b: SimAmounts): SimAmounts {
  return {
    data: addFlow(a.data, b.data),
    commands: a.commands + b.commands,
    cost: addByCurrency(a.cost, b.cost),
    unchargedBytes: a.unchargedBytes + b.unchargedBytes,
    unchargedCommands: a.unchargedCommands + b.unchargedCommands,
  }
}
