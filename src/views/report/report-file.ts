import type { ReportStanding } from '#usage/report/report-standing.ts'
import type { Interval } from '#usage/time/interval.ts'
import type { ReportTable } from './report-table.tsx'

/** What a report, or a table of it, is taken away with. */
export interface ReportFile {
  readonly month: Interval
  /** Ids of those whose usage it is. */
  readonly accounts: readonly string[]
  readonly standing: ReportStanding
}

/** What tables of a report are taken away as. */
export interface ReportExportProps {
  /** What is taken away, for whoever reads the button out. */
  readonly title: string
  /** What the file is called. */
  readonly fileTitle: string
  readonly file: ReportFile
  /** How many rows there are, of one table. */
  readonly rows?: number
  /** Asked once they are wanted. */
  readonly tables: () => readonly ReportTable[]
}
