import { exportTableJson } from '#usage/export/export-json.ts'
import { exportFileName } from '#usage/export/exported-usage.ts'
import { ExportWays } from '../../common/export/export-ways.tsx'
import { tableWays } from '../../common/export/table-ways.ts'
import type { TableExportProps } from './table-export-props.ts'

/** The ways to take a table away. */
export function TableExportItems({ title, series, accounts, rows, table }: TableExportProps) {
  const { product, interval, asOf } = series
  const { start, end } = interval
  const ways = tableWays({
    table,
    rows,
    fileName: (extension) => exportFileName(title, interval, extension),
    json: async () => exportTableJson(table(), { product, accounts, start, end, asOf }),
  })
  return <ExportWays title={`the table ${title}`} ways={ways} position="bottom-end" />
}
