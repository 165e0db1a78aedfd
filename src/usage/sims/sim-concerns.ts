import type { Product } from '../kore/products.ts'
import { settledBoundary } from '../kore/settled.ts'
import type { Interval } from '../time/interval.ts'
import { hasNoLimit, knownNearest, shareUsed } from './data-limit.ts'
import type { ListableSim, SimTest } from './listed-sims.ts'
import type { KnownOfSims } from './sim-column.ts'
import { SIM_CONCERNS, type SimConcern } from './sim-concern.ts'
import { STEP } from './step.ts'

/** The share of a limit from which on it is near. */
const NEAR = 0.8

/** A SIM as far as its concerns go. */
export interface ConcernedSim extends ListableSim {
  /** In milliseconds UTC; undefined where it is not told. */
  readonly created: number | undefined
}

/** What is known of SIMs for this. */
export interface KnownOfConcerns<S extends ConcernedSim> extends KnownOfSims<S> {
  /** Whether a SIM was abroad in the range; undefined where that is not known. */
  isAbroad(sim: S): boolean | undefined
  /** When the usage of a SIM was read; undefined where nothing of it can change any more. */
  readAtOf(sim: S): Date | undefined
}

/** @returns undefined where it is not known */
export function hasConcern<S extends ConcernedSim>(
  sim: S,
  concern: SimConcern,
  known: KnownOfConcerns<S>,
  range: Interval,
): boolean | undefined {
  switch (concern) {
    case 'over':
    case 'near': {
      const plan = known.planOf(sim)
      if (hasNoLimit(sim, plan)) return false
      const nearest = plan && knownNearest(plan.limits, (part) => known.limitedBytesOf(sim, part))
      if (!nearest) return undefined
      const share = shareUsed(nearest)
      return concern === 'over' ? share >= 1 : share >= NEAR && share < 1
    }
    case 'silent': {
      if (sim.status !== 'active') return false
      const usage = known.usageOf(sim)
      if (!usage) return undefined
      if (usage.data.total !== 0 || usage.commands !== 0) return false
      return isSomeSettled(range, sim.product, known.readAtOf(sim)) ? true : undefined
    }
    case 'abroad':
      return known.isAbroad(sim)
    case 'new':
      if (sim.created === undefined) return undefined
      return sim.created >= range.start.getTime() && sim.created < range.end.getTime()
  }
}

/** Whether a day of a range was settled when it was read: of one that was not, nothing may only be late. */
function isSomeSettled(range: Interval, product: Product, readAt: Date | undefined): boolean {
  return readAt === undefined || range.start < settledBoundary(product, readAt)
}

/** How many SIMs have a concern, and of how many that is not known. */
export interface ConcernCount {
  readonly count: number
  readonly unknown: number
}

/**
 * Counts the concerns of SIMs in steps, so that a hundred thousand of them hold nothing up.
 *
 * @param isCounted which of the SIMs count
 */
export function* countConcerns<S extends ConcernedSim>(
  sims: readonly S[],
  known: KnownOfConcerns<S>,
  range: Interval,
  isCounted: SimTest<S>,
): Generator<void, Readonly<Record<SimConcern, ConcernCount>>> {
  const counts = {
    over: { count: 0, unknown: 0 },
    near: { count: 0, unknown: 0 },
    silent: { count: 0, unknown: 0 },
    abroad: { count: 0, unknown: 0 },
    new: { count: 0, unknown: 0 },
  } satisfies Record<SimConcern, ConcernCount>
  for (const [index, sim] of sims.entries()) {
    if (index % STEP === STEP - 1) yield
    if (!isCounted(sim)) continue
    for (const concern of SIM_CONCERNS) {
      const has = hasConcern(sim, concern, known, range)
      if (has === undefined) counts[concern].unknown += 1
      else if (has) counts[concern].count += 1
    }
  }
  return counts
}
