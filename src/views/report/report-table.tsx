import type { ReactNode } from 'react'
import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import { exportColumns } from '#components/tables/exported-columns.ts'
import type { ExportedTable } from '#usage/export/exported-table.ts'
import type { Product } from '#usage/kore/products.ts'

/** A table of a report: as it stands there, and as it is taken away. */
export interface ReportTable {
  /** Tells it apart from all others of the report. */
  readonly key: string
  readonly title: string
  readonly product: Product | 'all'
  /** What has to be known to read it. */
  readonly note?: string | undefined
  readonly rows: number
  readonly exported: () => ExportedTable
  readonly content: ReactNode
}

/** What a table of a report is made of. */
interface ReportTableParts<T> extends Pick<ReportTable, 'key' | 'title' | 'product' | 'note'> {
  readonly columns: readonly Column<T>[]
  /** What is taken away beside the columns. */
  readonly exportedColumns?: readonly Column<T>[]
  readonly items: readonly T[]
  readonly foot?: T | undefined
  readonly keyOf: (item: T) => string
  readonly isSum?: (item: T) => boolean
}

/** Makes a table: every row of it stands there, and is taken away. */
export function reportTable<T>(parts: ReportTableParts<T>): ReportTable {
  const { columns, exportedColumns = [], items, foot, keyOf, isSum, ...table } = parts
  return {
    ...table,
    rows: items.length,
    exported: () => exportColumns([...columns, ...exportedColumns], items),
    content: (
      <ColumnTable
        label={table.title}
        minWidth={160 + 90 * columns.length}
        columns={columns}
        items={items}
        {...(foot === undefined ? {} : { foot })}
        {...(isSum ? { isSum } : {})}
        keyOf={keyOf}
      />
    ),
  }
}
