/** What a cell comes to; undefined where that is not known. */
export type ExportedValue = string | number | Date | undefined

/** A table as it is taken away, from which every format is made: every row of it, whatever is in sight. */
export interface ExportedTable {
  readonly headings: readonly string[]
  /** As long as the headings. */
  readonly rows: readonly (readonly ExportedValue[])[]
}

/** One of several tables that are taken away together. */
export interface NamedTable {
  readonly title: string
  readonly table: ExportedTable
}

/**
 * Several tables as one, for programs: a row for each cell, with its table, its row (by what stands in its
 * first column) and its column. What is not known is no row.
 */
export function longTable(tables: readonly NamedTable[]): ExportedTable {
  return {
    headings: ['table', 'row', 'column', 'value'],
    rows: tables.flatMap(({ title, table: { headings, rows } }) =>
      rows.flatMap(([first, ...cells]) =>
        cells.flatMap((value, index) =>
          value === undefined ? [] : [[title, first, headings[index + 1], value]],
        ),
      ),
    ),
  }
}

/** Money to the millionth, as the API gives it, without the dust of binary sums. */
export function exactValue<T extends ExportedValue>(value: T): T | number {
  if (typeof value !== 'number' || Number.isInteger(value)) return value
  return Number(value.toFixed(6))
}
