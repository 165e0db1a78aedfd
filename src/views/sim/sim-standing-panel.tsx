import { BalanceBar } from '#components/balance-bar.tsx'
import { LimitMeter } from '#components/limit-meter.tsx'
import { Beside, Figure, Figures } from '#components/page/figures.tsx'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Panel } from '#components/page/panel.tsx'
import { type LimitPeriod, useLimitPeriod } from '#queries/sims/use-limit-period.ts'
import { useSimDays } from '#queries/sims/use-sim-days.ts'
import { type Plan, type Sim, usePlans } from '#queries/sims/use-sims.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { hasNoLimit } from '#usage/sims/data-limit.ts'
import { amountsOfDays, type SimDays } from '#usage/sims/sim-days.ts'
import {
  type LimitStanding,
  limitStandings,
  ownPast,
  standingInterval,
} from '#usage/sims/sim-standing.ts'
import { alignToBuckets, sameInDays } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { formatBytes } from '#usage/words/bytes.ts'
import { formatGrowth } from '#usage/words/comparison-words.ts'
import { describeReach, describeReachRange } from '#usage/words/forecast-words.ts'
import { describeLimitBasis } from '#usage/words/limit-words.ts'
import { FailedLine } from '../common/failed-line.tsx'
import { FleetFigure } from './fleet-figure.tsx'

const WAY = 'Which way its data went'

/** How a SIM stands: within its limit, beside its own past, beside the others of its plan. */
export function SimStandingPanel({ sim, query, now }: { sim: Sim; query: UsageQuery; now: Date }) {
  const plans = usePlans([sim.account], [sim.product])
  const period = useLimitPeriod(sim, now)
  const range = alignToBuckets(query.interval, 'day')
  // It is all told in days, which may be more than was asked for.
  const name = sameInDays(query.interval, now) ? 'the range' : formatInterval(range)
  const asked = alignToBuckets(
    standingInterval(range, period?.interval ?? range, sim.product, now),
    'day',
  )
  const { days, asOf = now, error } = useSimDays(sim, asked, now)
  return (
    <Panel title="How it stands">
      {error ? (
        <FailedLine error={error}>its days are not loaded.</FailedLine>
      ) : !days || !period ? (
        <LoadingPart height={120} label="Loading how it stands" />
      ) : (
        <Figures>
          <LimitFigure {...{ sim, days, asked, period }} now={asOf} plan={plans.get(sim.planSid)} />
          <PastFigure {...{ sim, days, range, name }} now={asOf} />
          <Figure name={name === 'the range' ? WAY : `${WAY}, ${name}`}>
            <BalanceBar data={amountsOfDays(days, range).data} />
          </Figure>
          <FleetFigure
            {...{ sim, range, name, now }}
            plan={plans.get(sim.planSid)}
            own={amountsOfDays(days, range).data.total}
          />
        </Figures>
      )}
    </Panel>
  )
}

function LimitFigure({
  sim,
  plan,
  days,
  asked,
  period,
  now,
}: {
  sim: Sim
  plan: Plan | undefined
  days: readonly SimDays[]
  /** What the days are of. */
  asked: Interval
  period: LimitPeriod
  now: Date
}) {
  const { interval, basis } = period
  const assumed = describeLimitBasis(basis)
  const standings = limitStandings(days, asked, plan?.limits ?? [], interval, sim.product, now)
  if (hasNoLimit(sim, plan)) return <Figure name="Limit">none</Figure>
  if (!plan) return <Figure name="Limit">not known</Figure>
  return (
    <Figure name={`Limit of ${formatInterval(interval)}`} mark="so far, not final" wide>
      {standings.map((standing) => (
        <LimitLine key={standing.limit.part} {...standing} />
      ))}
      {assumed && <Beside>{assumed}</Beside>}
    </Figure>
  )
}

/** How one limit stands, and what it comes to. */
function LimitLine({ limit, used, reach }: LimitStanding) {
  return (
    <div>
      <LimitMeter {...{ limit, used, reach }} />
      {reach.kind !== 'reached' && (
        <Beside>
          {[describeReach(reach), describeReachRange(reach)].filter(Boolean).join(': ')}
        </Beside>
      )}
    </div>
  )
}

function PastFigure({
  sim,
  days,
  range,
  name,
  now,
}: {
  sim: Sim
  days: readonly SimDays[]
  range: Interval
  /** What the range is called. */
  name: string
  now: Date
}) {
  const past = ownPast(days, range, sim.product, now)
  return (
    <Figure name={`A settled day of ${name}`}>
      {past ? (
        <>
          {formatBytes(past.inRange)}
          <Beside>
            {formatGrowth({ later: past.inRange, earlier: past.before })} vs{' '}
            {formatBytes(past.before)} in the {past.daysBefore} days before
          </Beside>
        </>
      ) : (
        '–'
      )}
    </Figure>
  )
}
