import writeExcelFile, { type Cell } from 'write-excel-file/universal'
import {
  type ExportedTable,
  type ExportedValue,
  exactValue,
  type NamedTable,
} from './exported-table.ts'

/** A spreadsheet shows it in its reader's language; the time is not moved into a zone. */
const MOMENT = 'yyyy-mm-dd hh:mm "UTC"'
const WHOLE = '#,##0'
const FRACTION = '#,##0.00####'
/** A text stays one when somebody edits its cell. */
const TEXT = '@'

/** What a cell holds at most; Excel calls a file with more damaged. */
const LONGEST_TEXT = 32_767

/** In characters. */
const [NARROWEST, WIDEST] = [10, 40]

/**
 * As an Excel workbook, for people: text is text, amounts are numbers and times are dates, whatever the
 * language of the machine that opens it; nothing is a formula, and what is not known is empty.
 */
export function exportExcel(table: ExportedTable): Promise<Blob> {
  return writeExcelFile([sheetOf('Roamboard', table)]).toBlob()
}

/** Several tables as one workbook, each as a sheet under its title as far as Excel takes it. */
export function exportExcelSheets(tables: readonly NamedTable[]): Promise<Blob> {
  const names: string[] = []
  const sheets = tables.map(({ title, table }) => {
    const name = sheetName(title, names)
    names.push(name.toLowerCase())
    return sheetOf(name, table)
  })
  return writeExcelFile(sheets).toBlob()
}

/** What the name of a sheet holds at most. */
const LONGEST_NAME = 31

/** @param taken names in small letters, as Excel tells none apart by their size */
function sheetName(title: string, taken: readonly string[]): string {
  const plain = title.replace(/[[\]:*?/\\]/g, ' ').replace(/^'|'$/g, '') || 'Table'
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : ` ${count}`
    const name = `${plain.slice(0, LONGEST_NAME - ending.length)}${ending}`
    if (!taken.includes(name.toLowerCase())) return name
  }
}

function sheetOf(sheet: string, table: ExportedTable) {
  const { headings, rows } = table
  return {
    sheet,
    data: [
      headings.map((heading): Cell => ({ ...textCell(heading), fontWeight: 'bold' })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: headings.map((_, index) => ({ width: widthOf(table, index) })),
    stickyRowsCount: 1,
  }
}

function cellOf(value: ExportedValue): Cell {
  if (value === undefined) return null
  if (value instanceof Date) return { type: Date, value, format: MOMENT }
  if (typeof value === 'string') return textCell(value)
  const exact = exactValue(value)
  return { type: Number, value: exact, format: Number.isInteger(exact) ? WHOLE : FRACTION }
}

function textCell(text: string) {
  return { type: String, value: storedText(text), format: TEXT }
}

/** A text as the file has to hold it, so that it is read as it was. */
function storedText(text: string): string {
  // The format takes _x0041_ for an A (ECMA-376, ST_Xstring), and its own underscore for _x005F_.
  const escaped = text.slice(0, LONGEST_TEXT).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
  // The library looks texts up in an object that inherits these names, and leaves out what XML cannot hold.
  return escaped in {} ? `\0${escaped}` : escaped
}

function widthOf({ headings, rows }: ExportedTable, column: number): number {
  const lengths = rows.map((row) => shownLength(row[column]))
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  return Math.min(WIDEST, Math.max(NARROWEST, longest, headings[column]?.length ?? 0) + 2)
}

function shownLength(value: ExportedValue): number {
  if (value instanceof Date) return '2026-11-20 12:00 UTC'.length
  return value === undefined ? 0 : value.toLocaleString('en').length
}
