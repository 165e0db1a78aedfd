import { Amount } from '#components/amount.tsx'
import type { Column } from '#components/tables/column-table.tsx'
import { textColumn } from '#components/tables/state-columns.ts'
import type { ReportSims } from '#queries/sims/use-report-sims.ts'
import { PRODUCTS, type Product } from '#usage/kore/products.ts'
import { addMoney } from '#usage/question/money.ts'
import type { PlanUsage } from '#usage/report/plan-usage.ts'
import type { ComparedStretch } from '#usage/report/report-month.ts'
import { knownCostOf } from '#usage/report/report-sims.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { amountsCharge } from '#usage/sims/amounts-charge.ts'
import { formatCount, formatShare } from '#usage/words/bytes.ts'
import { formatDifference, formatGrowth } from '#usage/words/comparison-words.ts'
import { describeStretch } from '#usage/words/report/report-words.ts'
import { PlaceLink } from '../usage/tables/place-link.tsx'
import { type ReportPlace, simsPlace } from './report-places.ts'
import { type ReportTable, reportTable } from './report-table.tsx'

/** What the SIMs of each rate plan used and cost, by the plan that each has today. */
export function planTable(
  product: Product,
  { found, plans }: ReportSims,
  stretch: ComparedStretch,
  place: ReportPlace,
): ReportTable[] {
  if (!found) return []
  const whole = found.plans.reduce((sum, { later }) => sum + later.data.total, 0)
  const heading = PRODUCTS[product].planName
  const nameOf = ({ plan }: PlanUsage) => plans.get(plan)?.name ?? (plan || 'None')
  const columns: Column<PlanUsage>[] = [
    {
      ...{ key: 'name', heading },
      value: nameOf,
      cell: (usage) => (
        <PlaceLink
          to={usage.plan ? simsPlace(product, place, { plan: usage.plan }) : undefined}
          name={nameOf(usage)}
        />
      ),
    },
    {
      ...{ key: 'sims', heading: 'SIMs', isNumber: true },
      value: ({ sims }) => sims,
      cell: ({ sims }) => formatCount(sims),
    },
    {
      ...{ key: 'data', heading: 'Data', exportedAs: 'data (bytes)', isNumber: true },
      value: ({ later }) => later.data.total,
      cell: ({ later }) => <Amount amount={later.data.total} measure="data" />,
    },
    {
      ...{ key: 'share', heading: 'Share', exportedAs: 'share (%)', isNumber: true },
      value: ({ later }) => (whole > 0 ? (later.data.total / whole) * 100 : undefined),
      cell: ({ later }) => formatShare(later.data.total, whole),
    },
    changeColumn('data', ({ later, earlier }) => [later.data.total, earlier.data.total]),
    ...[...found.ranked.cost.keys()].flatMap((currency): Column<PlanUsage>[] => [
      {
        ...{ key: currency, heading: `Cost in ${currency}`, isNumber: true },
        value: ({ later }) => knownCostOf(later, currency),
        cell: ({ later }) => {
          const cost = knownCostOf(later, currency)
          return cost === undefined ? '–' : <Amount amount={cost} measure={{ currency }} />
        },
      },
      changeColumn({ currency }, ({ later, earlier }) => [
        knownCostOf(later, currency),
        knownCostOf(earlier, currency),
      ]),
    ]),
  ]
  return [
    reportTable<PlanUsage>({
      ...{ key: `${product} plan`, title: `By ${heading.toLowerCase()}`, product, columns },
      note: `By the ${heading.toLowerCase()} that each SIM has today. ${describeStretch(stretch)}`,
      exportedColumns: [
        textColumn('SID', ({ plan }) => plan),
        textColumn('charge', ({ later }) => amountsCharge(later, true)),
      ],
      items: found.plans,
      keyOf: ({ plan }) => plan,
    }),
  ]
}

function changeColumn(
  measure: Measure,
  sidesOf: (usage: PlanUsage) => readonly [number | undefined, number | undefined],
): Column<PlanUsage> {
  const unit = typeof measure === 'object' ? measure.currency : 'bytes'
  return {
    ...{ key: `change ${unit}`, exportedAs: `change (${unit})`, isNumber: true },
    heading: measure === 'data' ? 'Change of data' : `Change of cost (${unit})`,
    value: (usage) => {
      const [later, earlier] = sidesOf(usage)
      if (later === undefined || earlier === undefined) return undefined
      return typeof measure === 'object' ? addMoney(later, -earlier) : later - earlier
    },
    cell: (usage) => {
      const [later, earlier] = sidesOf(usage)
      if (later === undefined || earlier === undefined) return 'not known'
      return (
        <>
          <span>{formatDifference({ later, earlier }, measure)}</span>{' '}
          <strong>{formatGrowth({ later, earlier })}</strong>
        </>
      )
    },
  }
}
