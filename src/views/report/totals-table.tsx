import type { ReactNode } from 'react'
import { Amount } from '#components/amount.tsx'
import type { Column } from '#components/tables/column-table.tsx'
import { textColumn } from '#components/tables/state-columns.ts'
import { DEFAULT_PRODUCT, type Product } from '#usage/kore/products.ts'
import type { PriceLine, ReportLine } from '#usage/report/report-lines.ts'
import type { ComparedStretch, ReportMonth } from '#usage/report/report-month.ts'
import type { AmountState } from '#usage/series/amount-state.ts'
import type { ComparedSums } from '#usage/series/comparison.ts'
import { dailyChange } from '#usage/series/growth.ts'
import type { GigabyteCost } from '#usage/series/series-cost.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatDifference, formatGrowth } from '#usage/words/comparison-words.ts'
import { formatExactAmount } from '#usage/words/format-amount.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { describeStretch, nameMonth, nameProduct } from '#usage/words/report/report-words.ts'
import { formatGigabyteBasis } from '#usage/words/series-words.ts'
import { PlaceLink } from '../usage/tables/place-link.tsx'
import classes from './report.module.css'
import { chartOf, type ReportPlace, usagePlace } from './report-places.ts'
import { type ReportTable, reportTable } from './report-table.tsx'

/** A total of a month, and what it is held against. */
interface TotalRow {
  readonly name: string
  readonly label: ReactNode
  readonly measure: Measure
  /** What a file says that the amounts are in. */
  readonly unit: string
  readonly amount: number | undefined
  readonly state: AmountState
  /** What of the month the amount is of, where that is not all. */
  readonly basis?: string | undefined
  readonly before: ComparedSums | undefined
  readonly yearBefore: ComparedSums | undefined
}

/** What both months came to a day, where one is longer than the other. */
function PerDay({ sums }: { sums: ComparedSums }) {
  const daily = sums.earlier === 0 ? undefined : dailyChange(sums)
  return daily && <small className={classes.beneath}>per day {formatGrowth(daily)}</small>
}

/** How far an amount can be relied on. */
const STATES: Readonly<Record<AmountState, string>> = {
  final: 'Final',
  provisional: 'So far',
  unknown: 'Not all known',
  future: 'In the future',
}

/** The totals of a report: each product, and all of them, against the months before. */
export function totalsTable(
  lines: readonly ReportLine[],
  prices: readonly PriceLine[],
  month: ReportMonth,
  place: ReportPlace,
  stretch: ComparedStretch | undefined,
): ReportTable {
  const rows = [
    ...lines.map((line) => rowOfLine(line, place)),
    ...prices.map((line) => rowOfPrice(line, place)),
  ]
  return reportTable({
    ...{ key: 'totals', title: 'Totals', product: 'all', note: describeStretch(stretch) },
    columns: columnsOf(month, stretch?.isWhole ?? false),
    exportedColumns: [textColumn<TotalRow>('unit', ({ unit }) => unit)],
    items: rows,
    keyOf: ({ name }) => name,
    isSum: ({ name }) => name.startsWith(nameProduct('all')),
  })
}

function columnsOf(month: ReportMonth, isWhole: boolean): Column<TotalRow>[] {
  const days = isWhole ? '' : ', same days'
  return [
    { key: 'name', heading: 'Total', value: ({ name }) => name, cell: ({ label }) => label },
    {
      ...{ key: 'amount', heading: nameMonth(month.interval), isNumber: true },
      value: ({ amount }) => amount,
      isProvisional: ({ state }) => state !== 'final',
      cell: ({ amount, measure, basis }) => (
        <>
          {amount === undefined ? '–' : <Amount amount={amount} measure={measure} />}
          {basis && <small> {basis}</small>}
        </>
      ),
    },
    {
      ...{ key: 'state', heading: 'State' },
      value: ({ state }) => state,
      isProvisional: ({ state }) => state !== 'final',
      cell: ({ state }) => STATES[state],
    },
    ...comparedColumns('before', `${nameMonth(month.before)}${days}`),
    ...comparedColumns('yearBefore', `${nameMonth(month.yearBefore)}${days}`),
  ]
}

/** What was in an earlier month, and the change since. */
function comparedColumns(key: 'before' | 'yearBefore', name: string): Column<TotalRow>[] {
  return [
    {
      ...{ key, heading: name, isNumber: true },
      value: (row) => row[key]?.earlier,
      cell: (row) => {
        const sums = row[key]
        return sums ? <Amount amount={sums.earlier} measure={row.measure} /> : '–'
      },
    },
    {
      ...{ key: `${key} change`, heading: `Change since ${name}`, isNumber: true },
      value: (row) => {
        const sums = row[key]
        return sums && sums.later - sums.earlier
      },
      title: (row) => {
        const sums = row[key]
        return sums && formatExactAmount(sums.later - sums.earlier, row.measure)
      },
      cell: (row) => {
        const sums = row[key]
        if (!sums) return 'not known'
        return (
          <>
            <span>{formatDifference(sums, row.measure)}</span> <strong>{formatGrowth(sums)}</strong>
            <PerDay sums={sums} />
          </>
        )
      },
    },
  ]
}

function rowOfLine(line: ReportLine, place: ReportPlace): TotalRow {
  const { product, measure } = line
  const own: Product = product === 'all' ? DEFAULT_PRODUCT : product
  const name = `${nameProduct(product)}: ${nameMeasure(measure, 'total')}`
  // No view shows several products at once.
  const to =
    product === 'all' ? undefined : usagePlace(own, place, { ...chartOf(measure), ...BEFORE })
  return { ...line, name, label: <PlaceLink to={to} name={name} />, unit: unitOf(measure) }
}

const BEFORE = { compare: 'last-month' } as const

function unitOf(measure: Measure): string {
  if (measure === 'data') return 'bytes'
  return measure === 'commands' ? 'Commands' : measure.currency
}

function rowOfPrice(
  { product, currency, state, now, ...earlier }: PriceLine,
  place: ReportPlace,
): TotalRow {
  const name = `${nameProduct(product)}: Cost of a GB in ${currency}`
  const measure = { currency }
  const sums = (then: GigabyteCost | undefined): ComparedSums | undefined =>
    then && { later: now.cost, earlier: then.cost, laterDuration: 0, earlierDuration: 0 }
  const basis = formatGigabyteBasis(now)
  return {
    ...{ name, measure, unit: `${currency} a GB`, amount: now.cost, basis },
    label: <PlaceLink to={usagePlace(product, place, chartOf(measure))} name={name} />,
    state,
    before: sums(earlier.before),
    yearBefore: sums(earlier.yearBefore),
  }
}
