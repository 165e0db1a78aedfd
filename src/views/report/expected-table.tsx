import { Amount } from '#components/amount.tsx'
import type { Column } from '#components/tables/column-table.tsx'
import { textColumn } from '#components/tables/state-columns.ts'
import { buildForecast, type Forecast } from '#usage/series/forecast.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { describeForecast, describeRecord, TOO_FEW_DAYS } from '#usage/words/forecast-words.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { type ReportTable, reportTable } from './report-table.tsx'

interface ExpectedRow {
  readonly measure: Measure
  readonly name: string
  readonly forecast: Forecast
}

/**
 * What a running month is expected to come to, with its range and how often such a range has held.
 *
 * @param series by day, from before the month until today
 */
export function expectedTable(series: UsageSeries, now: Date): ReportTable {
  const measures: Measure[] = ['data', ...series.currencies.map((currency) => ({ currency }))]
  const rows = measures.flatMap((measure): ExpectedRow[] => {
    const forecast = buildForecast(series, measure, now)
    return forecast ? [{ measure, name: nameMeasure(measure, 'total'), forecast }] : []
  })
  const last = rows.at(-1)
  return reportTable<ExpectedRow>({
    ...{ key: `${series.product} expected`, title: 'Expected at the end of the month' },
    product: series.product,
    // What is charged late is the last that is settled.
    note: last ? describeForecast(last.forecast, last.measure) : TOO_FEW_DAYS,
    columns: [
      { key: 'name', heading: 'Forecast', value: ({ name }) => name, cell: ({ name }) => name },
      amountColumn('To date', ({ toDate }) => toDate),
      amountColumn('Expected', ({ expected }) => expected),
      amountColumn('From', ({ low }) => low),
      amountColumn('To', ({ high }) => high),
      textColumn('Record', ({ forecast }) => describeRecord(forecast.record)),
    ],
    exportedColumns: [
      textColumn('unit', ({ measure }) =>
        typeof measure === 'object' ? measure.currency : 'bytes',
      ),
    ],
    items: rows,
    keyOf: ({ name }) => name,
  })
}

function amountColumn(heading: string, of: (forecast: Forecast) => number): Column<ExpectedRow> {
  return {
    ...{ key: heading, heading, isNumber: true },
    value: ({ forecast }) => of(forecast),
    cell: ({ forecast, measure }) => <Amount amount={of(forecast)} measure={measure} />,
  }
}
