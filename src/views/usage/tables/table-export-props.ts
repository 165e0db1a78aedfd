import type { ExportedTable } from '#usage/export/exported-table.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'

/** What a table is taken away with. */
export interface TableExportProps {
  /** What the table is called, also as a file. */
  readonly title: string
  readonly series: UsageSeries
  /** Ids of those whose usage it is. */
  readonly accounts: readonly string[]
  /** How many rows it has. */
  readonly rows: number
  /** Made once it is wanted. */
  readonly table: () => ExportedTable
}
