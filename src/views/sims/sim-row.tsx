import { shallowEqual } from '@mantine/hooks'
import { memo, useState } from 'react'
import tableClasses from '#components/tables/table.module.css'
import { useSimDays } from '#queries/sims/use-sim-days.ts'
import type { ListedIntervals, SimFigures } from '#queries/sims/use-sim-figures.ts'
import type { Plan, Sim } from '#queries/sims/use-sims.ts'
import { isChargeIn } from '#usage/kore/charge.ts'
import { knownNearest } from '#usage/sims/data-limit.ts'
import { limitReach } from '#usage/sims/limit-reach.ts'
import {
  amountsOfDays,
  bytesByDay,
  countriesOfDays,
  limitedBytesOfDays,
} from '#usage/sims/sim-days.ts'
import type { ShownSimColumn, SimFacts } from './sim-cells.tsx'

interface SimRowProps {
  readonly sim: Sim
  /** The same ones as long as they say the same: with others every row is drawn anew. */
  readonly columns: readonly ShownSimColumn[]
  readonly accountName: string
  /** What the address of a SIM names its account by. */
  readonly account: string
  readonly plan: Plan | undefined
  readonly figures: SimFigures
  readonly intervals: ListedIntervals
  readonly now: Date
  /** Whether its days may be asked for. */
  readonly resting: boolean
}

/** The cells of one SIM. */
export const SimRow = memo(function SimRow({
  sim,
  columns,
  accountName,
  account,
  plan,
  figures,
  intervals,
  now,
  resting,
}: SimRowProps) {
  // Whoever scrolls past asks for nothing; a row that was looked at stays as it is.
  const [looked, setLooked] = useState(resting)
  if (resting && !looked) setLooked(true)
  const { days, asOf, error } = useSimDays(sim, intervals.days, now, looked)
  const ranged = intervals.knowable ? days : undefined
  const known = figures.usageOf(sim)
  const readAt = known ? figures.readAtOf(sim) : asOf
  const nearest = knownNearest(
    plan?.limits ?? [],
    (part) =>
      figures.limitedBytesOf(sim, part) ??
      (days && limitedBytesOfDays(days, intervals.limitMonthOf(sim), part)),
  )
  const limitMonth = {
    start: intervals.limitMonthOf(sim).start,
    end: intervals.limitMonthEndOf(sim),
  }
  const facts: SimFacts = {
    sim,
    accountName,
    account,
    plan,
    usage: known ?? (ranged && amountsOfDays(ranged, intervals.range)),
    nearest,
    reach:
      nearest &&
      days &&
      limitReach(nearest.limit, {
        days,
        asked: intervals.days,
        period: limitMonth,
        product: sim.product,
        now: readAt ?? now,
      }),
    trend: ranged && bytesByDay(ranged, intervals.range),
    countries: ranged && countriesOfDays(ranged, intervals.range),
    range: intervals.range,
    chargeIn: isChargeIn(intervals.range, sim.product, readAt ?? now),
    waiting: error ? 'not loaded' : intervals.knowable ? '…' : '–',
  }
  return columns.map(({ key, isNumber, cell }, index) => {
    const content = cell(facts)
    return index === 0 ? (
      <th key={key} scope="row">
        {content}
      </th>
    ) : (
      <td
        key={key}
        {...(isNumber ? { className: tableClasses.number } : {})}
        {...(typeof content === 'string' ? { title: content } : {})}
      >
        {content}
      </td>
    )
  })
}, isDrawnAlike)

/** A row that was looked at stays as it is while it is scrolled: only coming to rest for the first time matters. */
function isDrawnAlike(
  { resting: rested, ...before }: SimRowProps,
  { resting, ...after }: SimRowProps,
): boolean {
  return (rested || !resting) && shallowEqual(before, after)
}
