import { Amount } from '#components/amount.tsx'
import type { Column } from '#components/tables/column-table.tsx'
import { factsOf } from '#usage/kore/products.ts'
import { ANY_MONEY, amountState, toldInBucket } from '#usage/series/amount-state.ts'
import type { Bucket, Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { formatBucket } from '#usage/time/moment.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { formatState } from '#usage/words/series-words.ts'
import { type ReportTable, reportTable } from './report-table.tsx'

interface DayRow {
  readonly bucket: Bucket
  readonly index: number
}

/** Each day of the month, with its state. */
export function dayTable(series: UsageSeries): ReportTable {
  const { product, currencies, buckets } = series
  const measures: Measure[] = [
    'data',
    ...(factsOf(product).tellsCommands ? (['commands'] as const) : []),
    ...currencies.map((currency) => ({ currency })),
  ]
  return reportTable<DayRow>({
    ...{ key: `${product} days`, title: 'By day', product },
    columns: [
      {
        ...{ key: 'day', heading: 'Day (UTC)' },
        value: ({ bucket }) => bucket.start.toISOString().slice(0, 10),
        cell: ({ bucket }) => formatBucket(bucket, 'day'),
      },
      ...measures.map((measure) => amountColumn(series, measure)),
      stateColumn('State of usage', 'data'),
      ...(currencies.length > 0 ? [stateColumn('State of charge', ANY_MONEY)] : []),
    ],
    items: buckets.map((bucket, index) => ({ bucket, index })),
    keyOf: ({ index }) => String(index),
  })
}

function amountColumn(series: UsageSeries, measure: Measure): Column<DayRow> {
  const amountOf = ({ index }: DayRow) => toldInBucket(series, measure, 'total', index)
  const name = nameMeasure(measure, 'total')
  return {
    key: name,
    heading: name,
    ...(measure === 'data' ? { exportedAs: 'data (bytes)' } : {}),
    isNumber: true,
    value: amountOf,
    isProvisional: ({ bucket }) => amountState(bucket, measure) === 'provisional',
    cell: (row) => {
      const amount = amountOf(row)
      return amount === undefined ? '–' : <Amount amount={amount} measure={measure} />
    },
  }
}

function stateColumn(heading: string, measure: Measure): Column<DayRow> {
  return {
    ...{ key: heading, heading },
    value: ({ bucket }) => amountState(bucket, measure),
    isProvisional: ({ bucket }) => amountState(bucket, measure) !== 'final',
    cell: ({ bucket }) => formatState(bucket, measure),
  }
}
