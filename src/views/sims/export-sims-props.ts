import type { ListedIntervals, SimFigures } from '#queries/sims/use-sim-figures.ts'
import type { Plans, Sim } from '#queries/sims/use-sims.ts'

/** What a list of SIMs is taken away with. */
export interface ExportSimsProps {
  readonly sims: readonly Sim[]
  readonly plans: Plans
  readonly figures: SimFigures
  readonly intervals: ListedIntervals
  /** When the oldest usage that may still change was read. */
  readonly asOf: Date
}
