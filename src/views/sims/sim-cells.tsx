import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Amount } from '#components/amount.tsx'
import { LimitMeter } from '#components/limit-meter.tsx'
import { Sparkline } from '#components/sparkline.tsx'
import { StatusBadge } from '#components/status-badge.tsx'
import linkClasses from '#components/tables/table-link.module.css'
import type { Plan, Sim } from '#queries/sims/use-sims.ts'
import { simPlace } from '#url/product-key.ts'
import { factsOf, PRODUCTS } from '#usage/kore/products.ts'
import { amountsCharge } from '#usage/sims/amounts-charge.ts'
import { hasNoLimit, type UsedLimit } from '#usage/sims/data-limit.ts'
import type { LimitReach } from '#usage/sims/limit-reach.ts'
import type { SimColumn } from '#usage/sims/sim-column.ts'
import { SIM_COLUMNS, type SimColumnKey } from '#usage/sims/sim-columns.ts'
import type { SimAmounts } from '#usage/sims/sim-sums.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { formatBytes } from '#usage/words/bytes.ts'
import { describeCountries } from '#usage/words/concern-words.ts'
import { formatUsage } from '#usage/words/format-amount.ts'

/** What the cells of a SIM are drawn from. */
export interface SimFacts {
  readonly sim: Sim
  readonly accountName: string
  /** What the address of a SIM names its account by. */
  readonly account: string
  readonly plan: Plan | undefined
  /** In the range; undefined while it is not known. */
  readonly usage: SimAmounts | undefined
  /** The limit of which most is used; undefined while that is not known, and where there is none. */
  readonly nearest: UsedLimit | undefined
  /** Whether that is expected to be reached; undefined while the SIM's days are not known. */
  readonly reach: LimitReach | undefined
  /** Bytes of each day of the range; undefined while they are not known. */
  readonly trend: readonly number[] | undefined
  /** Where it was in the range; undefined while it is not known. */
  readonly countries: readonly string[] | undefined
  readonly range: Interval
  /** Whether all charges of the range are in by the delay. */
  readonly chargeIn: boolean
  /** Stands for usage that is not known. */
  readonly waiting: string
}

/**
 * What a cell of each column shows, in the order in which the columns stand; the first names its row. These
 * are functions and no components, as hundreds of them are drawn at once.
 */
const SIM_CELLS: Readonly<Record<SimColumnKey, (facts: SimFacts) => ReactNode>> = {
  name: ({ sim, account }) => (
    <Link to={simPlace(sim.sid, account)} className={linkClasses.link} title={sim.name}>
      {sim.name}
    </Link>
  ),
  account: ({ accountName }) => accountName,
  usage: ({ usage, waiting }) => (usage ? <Usage {...usage} /> : waiting),
  trend: ({ trend, range }) =>
    trend && (
      <Sparkline
        values={trend}
        label={`By day, ${formatInterval(range)}: at most ${formatBytes(Math.max(...trend, 0))}`}
      />
    ),
  limit: ({ sim, plan, nearest, reach }) => {
    if (hasNoLimit(sim, plan)) return 'none'
    return plan ? nearest && <LimitMeter {...nearest} reach={reach} /> : 'not known'
  },
  country: ({ countries, waiting }) => (countries ? describeCountries(countries) : waiting),
  cost: ({ sim, usage, chargeIn, waiting }) =>
    usage ? <Costs {...{ sim, usage, chargeIn }} /> : waiting,
  status: ({ sim }) => <StatusBadge status={sim.status} />,
  plan: ({ sim, plan }) => plan?.name ?? sim.planSid,
  product: ({ sim }) => PRODUCTS[sim.product].name,
  iccid: ({ sim }) => sim.iccid,
  sid: ({ sim }) => sim.sid,
}

/** A column with its cells. */
export interface ShownSimColumn extends SimColumn {
  readonly key: SimColumnKey
  readonly cell: (facts: SimFacts) => ReactNode
}

const ORDER = Object.keys(SIM_CELLS)

/** Every column of the list, in the order in which they stand. */
export const SHOWN_SIM_COLUMNS: readonly ShownSimColumn[] = SIM_COLUMNS.map((column) => ({
  ...column,
  cell: SIM_CELLS[column.key],
}))
  .filter(({ fileOnly }: SimColumn) => !fileOnly)
  .sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key))

/** The data that was used; of a SIM that sent Commands alone, those. */
function Usage({ data, commands }: SimAmounts) {
  if (data.total === 0 && commands > 0) return formatUsage(0, commands)
  return <Amount amount={data.total} measure="data" />
}

/** What usage costs; what is not charged yet is no zero. */
function Costs({ sim, usage, chargeIn }: { sim: Sim; usage: SimAmounts; chargeIn: boolean }) {
  const charge = amountsCharge(usage, chargeIn)
  if (usage.cost.size === 0) {
    const late = factsOf(sim.product).chargeDelay !== undefined
    const isUncharged = usage.unchargedBytes > 0 || usage.unchargedCommands > 0
    return isUncharged ? (late ? 'not charged yet' : 'not told') : '–'
  }
  const open = charge !== 'charged'
  return (
    <span data-provisional={open} title={open ? 'Some of it may not be charged yet' : undefined}>
      {[...usage.cost].map(([currency, amount]) => (
        <Amount key={currency} amount={amount} measure={{ currency }} />
      ))}
      {open && ' +'}
    </span>
  )
}
