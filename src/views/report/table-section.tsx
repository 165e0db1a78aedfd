import classes from './report.module.css'
import { ReportExport } from './report-export.tsx'
import type { ReportFile } from './report-file.ts'
import type { ReportTable } from './report-table.tsx'

/** A table of a report under its name, with the ways to take it away. */
export function TableSection({ table, file }: { table: ReportTable; file: ReportFile }) {
  const { title, product, note, rows, content } = table
  return (
    <section className={classes.table} aria-label={title}>
      <div className={classes.tableHead}>
        <h3 className={classes.tableTitle}>{title}</h3>
        {rows > 0 && (
          <div data-screen-only>
            <ReportExport
              title={`the table ${title}`}
              fileTitle={`${product} ${title}`}
              tables={() => [table]}
              {...{ file, rows }}
            />
          </div>
        )}
      </div>
      {note && <p className={classes.note}>{note}</p>}
      {rows > 0 && content}
    </section>
  )
}
