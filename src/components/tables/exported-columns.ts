import type { ExportedTable } from '#usage/export/exported-table.ts'
import type { Column } from './column-table.tsx'

/** A table as it is taken away: every row, and each column that has a value. */
export function exportColumns<T>(
  columns: readonly Column<T>[],
  items: readonly T[],
): ExportedTable {
  const taken = columns.filter(({ value }) => value !== undefined)
  return {
    headings: taken.map(({ heading, exportedAs }) => exportedAs ?? heading),
    rows: items.map((item) => taken.map((column) => column.value?.(item))),
  }
}
