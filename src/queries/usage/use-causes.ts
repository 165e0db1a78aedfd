import { useMemo } from 'react'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { totalOfRuns } from '#usage/report/asked-series.ts'
import { type ExplainedChange, explainChange } from '#usage/report/change-cause.ts'
import { comparedMembers, type Dimension, groupOf } from '#usage/report/compared-members.ts'
import type { ComparedRuns } from '#usage/report/compared-runs.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import { type ManySeries, useManySeries } from './use-many-series.ts'

/** Why something has changed, as far as it is there. */
interface Causes extends Omit<ManySeries, 'series'> {
  /** Undefined until all of both periods is there. */
  readonly explained: ExplainedChange | undefined
}

/**
 * Fetches the totals of both periods, told apart by a dimension, and explains the change by its members.
 *
 * @param runs what is held against each other; nothing is asked for where one side is empty
 */
export function useCauses(
  { group: _, members: __, rankedBy: ___, ...asked }: UsageQuery,
  runs: ComparedRuns,
  dimension: Dimension,
  { measure, direction }: Pick<ShownUsage, 'measure' | 'direction'>,
  now: Date,
): Causes {
  const group = groupOf(asked.product, dimension)
  const question = { ...asked, ...(group ? { group } : {}) }
  const sides = [totalOfRuns(question, runs.later), totalOfRuns(question, runs.earlier)]
  const wanted = sides.flatMap((side) => side ?? [])
  const { series, ...fetched } = useManySeries(wanted.length === sides.length ? wanted : [], now)
  const [later, earlier] = series
  const measured = JSON.stringify(measure)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a measure is as new as what it says
  const explained = useMemo(
    () =>
      later?.complete && earlier?.complete
        ? explainChange(comparedMembers(later, earlier, dimension), measure, direction)
        : undefined,
    [later, earlier, dimension, measured, direction],
  )
  return { ...fetched, explained }
}
