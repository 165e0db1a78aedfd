import { exportTablesJson } from '#usage/export/export-json.ts'
import { type ExportedTable, longTable, type NamedTable } from '#usage/export/exported-table.ts'
import { exportFileName } from '#usage/export/exported-usage.ts'
import { nameProduct } from '#usage/words/report/report-words.ts'
import { ExportWays } from '../common/export/export-ways.tsx'
import { tableWays } from '../common/export/table-ways.ts'
import type { ReportExportProps, ReportFile } from './report-file.ts'
import type { ReportTable } from './report-table.tsx'

/** The ways to take tables of a report away: one as it is, several as sheets of one workbook. */
export function ReportExportItems({ title, fileTitle, file, rows, tables }: ReportExportProps) {
  const { month, accounts, standing } = file
  const isFinal = standing.kind === 'final'
  // A file outlives the page that says what it is.
  const named = `report ${fileTitle}${isFinal ? '' : ` ${standing.kind}`}`
  const fileName = (extension: string) => exportFileName(named, month, extension)
  const json = async () => exportTablesJson(namedTables(tables()), sourceOf(file))
  const table = () => oneTable(tables())
  const workbook = async () => {
    const { exportExcelSheets } = await import('#usage/export/export-excel.ts')
    const first = { title: 'Report', table: sourceTable({ month, accounts, standing }) }
    return exportExcelSheets([first, ...namedTables(tables())])
  }
  const csv = rows === undefined ? 'all tables, a row for each amount' : undefined
  const ways = tableWays({ table, rows: rows ?? 0, csv, fileName, json, workbook })
  return <ExportWays title={title} ways={ways} position="bottom-end" />
}

function namedTables(tables: readonly ReportTable[]): NamedTable[] {
  return tables.map(({ title, product, exported }) => ({
    title: product === 'all' ? title : `${nameProduct(product)}, ${title}`,
    table: exported(),
  }))
}

/** One table is taken away as it is; several as one with a row for each amount. */
function oneTable(tables: readonly ReportTable[]): ExportedTable {
  const [first, ...others] = tables
  return first && others.length === 0 ? first.exported() : longTable(namedTables(tables))
}

/** What a file says of itself beside its numbers. */
function sourceOf({ month, accounts, standing }: ReportFile) {
  const { kind, usageFinalAt, chargedInFullAt, usageIsFinal, isChargedInFull, asOf } = standing
  return {
    start: month.start,
    end: month.end,
    accounts,
    standing: kind,
    usageIsFinal,
    usageFinalAt,
    isChargedInFull,
    chargedInFullAt: chargedInFullAt ?? null,
    asOf,
  }
}

function sourceTable(file: ReportFile): ExportedTable {
  return {
    headings: ['what', 'value'],
    rows: Object.entries(sourceOf(file)).map(([what, value]) => [
      what,
      value === null || value instanceof Date ? (value ?? undefined) : String(value),
    ]),
  }
}
