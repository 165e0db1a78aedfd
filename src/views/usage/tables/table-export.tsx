import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useFirstUse } from '#components/use-first-use.ts'
import { ExportButton } from '../../common/export/export-button.tsx'
import type { TableExportProps } from './table-export-props.ts'

const load = () => import('./table-export-items.tsx')
const TableExportItems = loadLater(async () => (await load()).TableExportItems)

/** Takes a table away, all of its rows; the ways to do it are loaded when they are first wanted. */
export function TableExport(props: TableExportProps) {
  const { used, handlers } = useFirstUse(load)
  const button = <ExportButton title={`the table ${props.title}`} {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <TableExportItems {...props} />
    </Suspense>
  )
}
