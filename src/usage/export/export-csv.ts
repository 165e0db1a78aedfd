import Papa from 'papaparse'
import { type ExportedTable, type ExportedValue, exactValue } from './exported-table.ts'
import { formulaFree } from './formula-free.ts'

/**
 * As CSV for programs (RFC 4180): commas, decimal points, times in ISO 8601 UTC; what is not known is empty.
 * What a spreadsheet would take for a formula is a text.
 */
export function exportCsv(table: ExportedTable): string {
  return Papa.unparse(linesOf(table))
}

/** The same with tabs, as a spreadsheet takes it from the clipboard. */
export function exportTabs(table: ExportedTable): string {
  return Papa.unparse(linesOf(table), { delimiter: '\t', newline: '\n' })
}

function linesOf({ headings, rows }: ExportedTable): (string | number)[][] {
  return [headings, ...rows].map((row) => row.map(cellOf))
}

function cellOf(value: ExportedValue): string | number {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? formulaFree(value) : (exactValue(value) ?? '')
}
