import type { ExportedTable } from '#usage/export/exported-table.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { copyText } from './copy-text.ts'
import type { ExportWay } from './export-ways.tsx'
import { saveFile } from './save-file.ts'

/** A table, and what it is taken away with. */
interface TakenTable {
  /** All rows of it. */
  readonly table: () => ExportedTable
  /** What is in its rows, for the one who chooses: `all 30 rows`; by their number without. */
  readonly csv?: string | undefined
  readonly rows: number
  /** The workbook, where it holds more than the table. */
  readonly workbook?: (() => Promise<Blob>) | undefined
  /** Its file's name, with an extension. */
  readonly fileName: (extension: string) => string
  /** As text. */
  readonly json: () => Promise<string>
}

/** The ways to take a table away: Excel is for people and comes first, what follows is for programs. */
export function tableWays({ table, rows, fileName, json, ...own }: TakenTable): ExportWay[] {
  return [
    {
      label: 'Excel',
      run: async () => {
        const { exportExcel } = await import('#usage/export/export-excel.ts')
        return save(await (own.workbook?.() ?? exportExcel(table())), fileName('xlsx'))
      },
    },
    csvWay(
      `CSV of ${own.csv ?? (rows === 1 ? 'the row' : `all ${formatCount(rows)} rows`)}`,
      table,
      fileName,
    ),
    {
      label: 'JSON',
      run: async () => save(textFile(await json(), 'application/json'), fileName('json')),
    },
    {
      label: 'Copy the table',
      run: async () => {
        await copyText(
          import('#usage/export/export-csv.ts').then(({ exportTabs }) => exportTabs(table())),
        )
        return 'Copied.'
      },
    },
  ]
}

/** A table as CSV. */
export function csvWay(
  label: string,
  table: TakenTable['table'],
  fileName: TakenTable['fileName'],
): ExportWay {
  return {
    label,
    run: async () => {
      const { exportCsv } = await import('#usage/export/export-csv.ts')
      return save(textFile(exportCsv(table()), 'text/csv'), fileName('csv'))
    },
  }
}

/** A file of text. */
export function textFile(text: string, type: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` })
}

function save(content: Blob, name: string): string {
  saveFile(content, name)
  return 'Saved.'
}
