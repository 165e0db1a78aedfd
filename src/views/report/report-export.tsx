import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useFirstUse } from '#components/use-first-use.ts'
import { ExportButton } from '../common/export/export-button.tsx'
import type { ReportExportProps } from './report-file.ts'

const load = () => import('./report-export-items.tsx')
const ReportExportItems = loadLater(async () => (await load()).ReportExportItems)

/** Takes a table of a report, or all of them, away; the ways to do it are loaded when they are first wanted. */
export function ReportExport(props: ReportExportProps) {
  const { used, handlers } = useFirstUse(load)
  const button = <ExportButton title={props.title} {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <ReportExportItems {...props} />
    </Suspense>
  )
}
