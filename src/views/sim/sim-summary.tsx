import type { ReactNode } from 'react'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { StatusBadge } from '#components/status-badge.tsx'
import { useLimitPeriod } from '#queries/sims/use-limit-period.ts'
import { useSimDays } from '#queries/sims/use-sim-days.ts'
import { type Plan, type Sim, usePlans } from '#queries/sims/use-sims.ts'
import { useUsage } from '#queries/usage/use-usage.ts'
import { buildHourGrid } from '#usage/series/hour-grid.ts'
import { hasNoLimit } from '#usage/sims/data-limit.ts'
import { lastPlace } from '#usage/sims/last-place.ts'
import { silenceOf } from '#usage/sims/last-use.ts'
import { lastUsedDay, type SimDays } from '#usage/sims/sim-days.ts'
import { limitStandings, recentInterval } from '#usage/sims/sim-standing.ts'
import { durationOf, type Interval, MILLISECONDS_PER_DAY } from '#usage/time/interval.ts'
import {
  describeLastPlace,
  describeLimitStanding,
  describeSilence,
} from '#usage/words/standing-words.ts'
import { describeError } from '../common/error-words.ts'
import { NextTry } from '../common/tries-again.tsx'
import classes from './sim-summary.module.css'

/** What matters of a SIM before all else: status, last use, its nearest limit, and where it was. */
export function SimSummary({ sim, now }: { sim: Sim; now: Date }) {
  const plan = usePlans([sim.account], [sim.product]).get(sim.planSid)
  const period = useLimitPeriod(sim, now)
  const looked = recentInterval(period?.interval, now)
  const { days, asOf = now, error } = useSimDays(sim, looked, now, period !== undefined)
  return (
    <dl className={classes.summary} aria-label="How it stands now">
      <Item name="Status">
        <StatusBadge status={sim.status} />
      </Item>
      {error ? (
        <Item name="Usage">
          {describeError(error).title}: its days are not loaded. <NextTry error={error} />
        </Item>
      ) : !days || !period ? (
        <Item name="Usage">
          <LoadingPart height={20} width={360} label="Loading how it stands" />
        </Item>
      ) : (
        <>
          <NearestLimit {...{ sim, plan, days, looked }} now={asOf} period={period.interval} />
          <LastUse {...{ sim, days, asOf, looked, now }} />
          <LastPlaces days={days} />
        </>
      )}
    </dl>
  )
}

function LastUse({
  sim: { product, account, sid },
  days,
  asOf,
  looked,
  now,
}: {
  sim: Sim
  days: readonly SimDays[]
  /** When they were read: what came later they cannot tell. */
  asOf: Date
  looked: Interval
  now: Date
}) {
  const day = lastUsedDay(days, looked)
  const asked = day && {
    product,
    accounts: [account],
    filter: { sim: sid },
    interval: day,
    granularity: 'hour' as const,
  }
  const { series, failures } = useUsage(asked, now, false)
  if (day && !series && failures.length === 0) {
    return (
      <Item name="Last use">
        <LoadingPart height={20} width={200} label="Loading the last hour" />
      </Item>
    )
  }
  // Without its hours the day is what is known.
  const hour = series && buildHourGrid(series).lastUsed?.bucket.end
  const lastEnd = day && (hour ?? (day.end > asOf ? asOf : day.end))
  // Of today its hours may have been read later than the days.
  const judgedAt = series && day && day.end > asOf && series.asOf > asOf ? series.asOf : asOf
  const state = silenceOf(lastEnd, product, judgedAt)
  const lookedDays = Math.round(durationOf(looked) / MILLISECONDS_PER_DAY)
  return (
    <Item name="Last use" state={state}>
      {describeSilence(state, lastEnd, lookedDays, judgedAt)}
    </Item>
  )
}

function NearestLimit({
  sim,
  plan,
  days,
  looked,
  period,
  now,
}: {
  sim: Sim
  plan: Plan | undefined
  days: readonly SimDays[]
  /** What the days are of. */
  looked: Interval
  period: Interval
  now: Date
}) {
  const [nearest] = limitStandings(days, looked, plan?.limits ?? [], period, sim.product, now)
  if (hasNoLimit(sim, plan)) return <Item name="Limit">none</Item>
  if (!nearest) return <Item name="Limit">not known</Item>
  const isOver = nearest.used >= nearest.limit.bytes
  return (
    <Item name="Limit" state={isOver ? 'over' : undefined}>
      {describeLimitStanding(nearest)}
    </Item>
  )
}

function LastPlaces({ days }: { days: readonly SimDays[] }) {
  const place = lastPlace(days)
  if (!place) return null
  return <Item name="Was in">{describeLastPlace(place)}</Item>
}

function Item({
  name,
  state,
  children,
}: {
  name: string
  state?: string | undefined
  children: ReactNode
}) {
  return (
    <div data-state={state} data-name={name}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
