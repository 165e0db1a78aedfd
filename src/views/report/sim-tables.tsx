import type { ReactNode } from 'react'
import { Amount } from '#components/amount.tsx'
import { ProvisionalMark } from '#components/notices/provisional-mark.tsx'
import type { Column } from '#components/tables/column-table.tsx'
import { textColumn } from '#components/tables/state-columns.ts'
import type { ReportSims } from '#queries/sims/use-report-sims.ts'
import type { Sim } from '#queries/sims/use-sims.ts'
import { PRODUCTS, type Product } from '#usage/kore/products.ts'
import { addMoney } from '#usage/question/money.ts'
import type { ComparedStretch } from '#usage/report/report-month.ts'
import {
  knownCostOf,
  overshotLimit,
  type RankedSims,
  type ReportedSim,
  TOP_SIMS,
} from '#usage/report/report-sims.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { amountsCharge } from '#usage/sims/amounts-charge.ts'
import { shareUsed } from '#usage/sims/data-limit.ts'
import { formatCount, formatShare } from '#usage/words/bytes.ts'
import { formatDifference, formatGrowth } from '#usage/words/comparison-words.ts'
import { LIMITED_PARTS } from '#usage/words/limit-words.ts'
import { describeStretch } from '#usage/words/report/report-words.ts'
import { PlaceLink } from '../usage/tables/place-link.tsx'
import { type ReportPlace, simPlaceOf } from './report-places.ts'
import { type ReportTable, reportTable } from './report-table.tsx'

/** What the SIM tables of a product are made with. */
interface SimTablesParts {
  readonly product: Product
  readonly sims: ReportSims
  readonly stretch: ComparedStretch
  readonly place: ReportPlace
  /** Names an account by its id; undefined where there is but one. */
  readonly nameAccount: ((id: string) => string) | undefined
}

type SimRow = ReportedSim<Sim>

/** The SIMs of a product that cost most, grew most, are over a limit, or went silent. */
export function simTables(parts: SimTablesParts): ReportTable[] {
  const { product, sims, stretch } = parts
  if (!sims.found) return []
  const { ranked } = sims.found
  const columns = columnsOf(parts)
  const currencies = [...ranked.cost.keys()]
  const costs = currencies.flatMap((currency) => costColumns(currency))
  const days = describeStretch(stretch)
  const table = (
    name: string,
    title: string,
    ranking: RankedSims<Sim> | undefined,
    own: readonly Column<SimRow>[],
    note = days,
  ): ReportTable =>
    reportTable<SimRow>({
      key: `${product} sims ${name}`,
      ...{ title, product },
      note: `${note} ${countOf(ranking)}`,
      columns: own,
      exportedColumns: [
        textColumn('SID', ({ sim }) => sim.sid),
        textColumn('charge', ({ later }) => amountsCharge(later, true)),
      ],
      items: ranking?.sims ?? [],
      keyOf: ({ sim }) => sim.sid,
    })
  return [
    ...currencies.map((currency) =>
      table(
        `cost ${currency}`,
        `The ${TOP_SIMS} SIMs that cost most in ${currency}`,
        ranked.cost.get(currency),
        [columns.name, ...columns.whose, columns.data, ...costColumns(currency)],
      ),
    ),
    ...currencies.map((currency) =>
      table(
        `grew ${currency}`,
        `The ${TOP_SIMS} SIMs whose cost in ${currency} grew most`,
        ranked.costGrew.get(currency),
        [columns.name, ...columns.whose, columns.dataChange, ...costColumns(currency)],
      ),
    ),
    table('used', `The ${TOP_SIMS} SIMs that used most`, ranked.used, [
      ...[columns.name, ...columns.whose, columns.data, ...costs],
    ]),
    table('grew', `The ${TOP_SIMS} SIMs that grew most`, ranked.grew, [
      ...[columns.name, ...columns.whose, columns.data, columns.dataChange],
    ]),
    table(
      'over',
      'SIMs over a limit',
      ranked.over,
      [columns.name, ...columns.whose, ...limitColumns()],
      `Limits are held against the days of the month itself. ${days}`,
    ),
    table('silent', 'SIMs that went silent', ranked.silent, [
      ...[columns.name, ...columns.whose, columns.dataBefore],
    ]),
  ]
}

function countOf(ranking: RankedSims<Sim> | undefined): string {
  const [shown, count] = [ranking?.sims.length ?? 0, ranking?.count ?? 0]
  if (count === 0) return 'There are none.'
  return shown < count
    ? `${formatCount(shown)} of ${formatCount(count)}.`
    : `${formatCount(count)} in all.`
}

function columnsOf({ product, sims, place, nameAccount }: SimTablesParts) {
  const name: Column<SimRow> = {
    ...{ key: 'name', heading: 'SIM' },
    value: ({ sim }) => sim.name,
    cell: ({ sim }) => (
      <PlaceLink
        to={simPlaceOf(product, sim.sid, place.account && sim.account, place)}
        name={sim.name}
      />
    ),
  }
  const plan: Column<SimRow> = {
    ...{ key: 'plan', heading: PRODUCTS[product].planName },
    value: ({ sim }) => sims.plans.get(sim.planSid)?.name ?? sim.planSid,
    cell: ({ sim }) => sims.plans.get(sim.planSid)?.name ?? (sim.planSid || '–'),
  }
  const account: Column<SimRow> = {
    ...{ key: 'account', heading: 'Account' },
    value: ({ sim }) => nameAccount?.(sim.account),
    cell: ({ sim }) => nameAccount?.(sim.account),
  }
  return {
    name,
    whose: nameAccount ? [plan, account] : [plan],
    data: amountColumn('Data', 'data', ({ later }) => later.data.total),
    dataBefore: amountColumn('Data before', 'data', ({ earlier }) => earlier.data.total),
    dataChange: changeColumn('data', ({ later, earlier }) => ({
      later: later.data.total,
      earlier: earlier.data.total,
    })),
  }
}

/** What a SIM cost in a currency, and the change, where every charge is known. */
function costColumns(currency: string): Column<SimRow>[] {
  const measure = { currency }
  return [
    amountColumn(
      `Cost in ${currency}`,
      measure,
      ({ later }) => later.cost.get(currency) ?? knownCostOf(later, currency),
      ({ later }) => knownCostOf(later, currency) === undefined,
    ),
    changeColumn(measure, ({ later, earlier }) => {
      const [now, before] = [knownCostOf(later, currency), knownCostOf(earlier, currency)]
      return now === undefined || before === undefined ? undefined : { later: now, earlier: before }
    }),
  ]
}

function limitColumns(): Column<SimRow>[] {
  return [
    amountColumn('Used', 'data', (sim) => overshotLimit(sim)?.used),
    amountColumn('Limit', 'data', (sim) => overshotLimit(sim)?.limit.bytes),
    textColumn('Of', (sim) => {
      const overshot = overshotLimit(sim)
      return overshot && (LIMITED_PARTS[overshot.limit.part] || 'all')
    }),
    {
      ...{ key: 'share', heading: 'Share', exportedAs: 'share (%)', isNumber: true },
      value: (sim) => {
        const overshot = overshotLimit(sim)
        return overshot && shareUsed(overshot) * 100
      },
      cell: (sim) => {
        const overshot = overshotLimit(sim)
        return overshot ? formatShare(overshot.used, overshot.limit.bytes) : '–'
      },
    },
  ]
}

function unitOf(measure: Measure): string {
  return typeof measure === 'object' ? measure.currency : 'bytes'
}

function amountColumn(
  heading: string,
  measure: Measure,
  amountOf: (sim: SimRow) => number | undefined,
  isSoFar: (sim: SimRow) => boolean = () => false,
): Column<SimRow> {
  return {
    ...{ key: heading, heading, isNumber: true },
    exportedAs: measure === 'data' ? `${heading.toLowerCase()} (${unitOf(measure)})` : heading,
    value: amountOf,
    isProvisional: isSoFar,
    cell: (sim): ReactNode => {
      const amount = amountOf(sim)
      if (amount === undefined) return '–'
      return (
        <>
          <Amount amount={amount} measure={measure} />
          {isSoFar(sim) && <ProvisionalMark>not charged in full</ProvisionalMark>}
        </>
      )
    },
  }
}

function changeColumn(
  measure: Measure,
  changeOf: (sim: SimRow) => { readonly later: number; readonly earlier: number } | undefined,
): Column<SimRow> {
  const unit = unitOf(measure)
  return {
    ...{ key: `change ${unit}`, heading: 'Change', exportedAs: `change (${unit})`, isNumber: true },
    value: (sim) => {
      const change = changeOf(sim)
      if (!change) return undefined
      const { later, earlier } = change
      return typeof measure === 'object' ? addMoney(later, -earlier) : later - earlier
    },
    cell: (sim) => {
      const change = changeOf(sim)
      if (!change) return 'not known'
      return (
        <>
          <span>{formatDifference(change, measure)}</span> <strong>{formatGrowth(change)}</strong>
        </>
      )
    },
  }
}
