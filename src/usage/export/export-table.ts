import Papa from 'papaparse'
import type { TableValue } from '../series/sort-rows.ts'

/** A table as it is taken away: every row of it, whatever is in sight. */
export interface ExportedTable {
  readonly headings: readonly string[]
  /** As long as the headings. */
  readonly rows: readonly (readonly TableValue[])[]
}

/** As CSV (RFC 4180); what is not known is empty. What a spreadsheet would take for a formula is a text. */
export function exportTableCsv(table: ExportedTable): string {
  return Papa.unparse(linesOf(table), { escapeFormulae: true })
}

/** The same with tabs, as a spreadsheet takes it from the clipboard. */
export function exportTableTabs(table: ExportedTable): string {
  return Papa.unparse(linesOf(table), { escapeFormulae: true, delimiter: '\t', newline: '\n' })
}

/** As JSON, an object for each row; what is not known is null. @param source what the numbers are of */
export function exportTableJson(
  { headings, rows }: ExportedTable,
  source: Readonly<Record<string, unknown>>,
): string {
  const content = {
    ...source,
    rows: rows.map((row) =>
      Object.fromEntries(headings.map((heading, index) => [heading, plain(row[index]) ?? null])),
    ),
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

function linesOf({ headings, rows }: ExportedTable): (string | number)[][] {
  return [[...headings], ...rows.map((row) => row.map((value) => plain(value) ?? ''))]
}

/** Money to the millionth, as the API gives it, without the dust of binary sums. */
function plain(value: TableValue): TableValue {
  if (typeof value !== 'number' || Number.isInteger(value)) return value
  return Number(value.toFixed(6))
}
