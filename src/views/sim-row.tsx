import { shallowEqual } from '@mantine/hooks'
import { memo, useState } from 'react'
import { Link } from 'react-router'
import { Amount } from '#components/amount.tsx'
import { LimitMeter } from '#components/limit-meter.tsx'
import { Sparkline } from '#components/sparkline.tsx'
import { StatusBadge } from '#components/status-badge.tsx'
import tableClasses from '#components/table.module.css'
import linkClasses from '#components/table-link.module.css'
import { useSimDays } from '#queries/use-sim-days.ts'
import type { ListedIntervals, SimFigures } from '#queries/use-sim-figures.ts'
import type { Plan, Sim } from '#queries/use-sims.ts'
import { simPlace } from '#url/product-key.ts'
import { formatBytes } from '#usage/bytes.ts'
import { formatInterval } from '#usage/moment.ts'
import { PRODUCTS } from '#usage/products.ts'
import { amountsOfDays, bytesByDay } from '#usage/sim-days.ts'
import type { SimAmounts } from '#usage/sim-sums.ts'

interface SimRowProps {
  readonly sim: Sim
  /** Undefined where there is one account only. */
  readonly accountName: string | undefined
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
  const { days, error } = useSimDays(sim, intervals.days, now, looked)
  const ranged = intervals.knowable ? days : undefined
  const usage = figures.usageOf(sim) ?? (ranged && amountsOfDays(ranged, intervals.range))
  const month =
    figures.monthBytesOf(sim) ?? (days && amountsOfDays(days, intervals.month).data.total)
  const trend = ranged && bytesByDay(ranged, intervals.range)
  const waiting = error ? 'not loaded' : intervals.knowable ? '…' : '–'
  return (
    <>
      <th scope="row">
        <Link to={simPlace(sim.sid, account)} className={linkClasses.link} title={sim.name}>
          {sim.name}
        </Link>
      </th>
      {accountName !== undefined && <td>{accountName}</td>}
      <td className={tableClasses.number}>
        {usage ? <Amount amount={usage.data.total} measure="data" /> : waiting}
      </td>
      <td>
        {trend && (
          <Sparkline
            values={trend}
            label={`By day, ${formatInterval(intervals.range)}: at most ${formatBytes(Math.max(...trend, 0))}`}
          />
        )}
      </td>
      <td>
        {plan?.dataLimit === undefined
          ? 'none'
          : month !== undefined && <LimitMeter bytes={month} limit={plan.dataLimit} />}
      </td>
      <td className={tableClasses.number}>
        {sim.product === 'super-sim' ? usage ? <Costs usage={usage} /> : waiting : '–'}
      </td>
      <td>
        <StatusBadge status={sim.status} />
      </td>
      <td>{plan?.name ?? sim.planSid}</td>
      <td>{PRODUCTS[sim.product].name}</td>
      <td>{sim.iccid}</td>
      <td>{sim.sid}</td>
    </>
  )
}, isDrawnAlike)

/** A row that was looked at stays as it is while it is scrolled: only coming to rest for the first time matters. */
function isDrawnAlike(
  { resting: rested, ...before }: SimRowProps,
  { resting, ...after }: SimRowProps,
): boolean {
  return (rested || !resting) && shallowEqual(before, after)
}

/** What usage costs; what is not charged yet is no zero. */
function Costs({ usage: { cost, data, unchargedBytes } }: { usage: SimAmounts }) {
  const open = unchargedBytes > 0
  if (cost.size === 0) return data.total > 0 && open ? 'not charged yet' : '–'
  return (
    <span data-provisional={open} title={open ? 'Some of it is not charged yet' : undefined}>
      {[...cost].map(([currency, amount]) => (
        <Amount key={currency} amount={amount} measure={{ currency }} />
      ))}
      {open && ' +'}
    </span>
  )
}
