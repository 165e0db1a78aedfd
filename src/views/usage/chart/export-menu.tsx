import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useFirstUse } from '#components/use-first-use.ts'
import { ExportButton } from '../../common/export/export-button.tsx'
import type { ExportMenuProps } from './export-menu-props.ts'

const load = () => import('./export-items.tsx')
const ExportItems = loadLater(async () => (await load()).ExportItems)

/** Takes away what a chart and its table show; the ways to do it are loaded when they are first wanted. */
export function ExportMenu(props: ExportMenuProps) {
  const { used, handlers } = useFirstUse(load)
  const button = <ExportButton title={props.title} {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <ExportItems {...props} />
    </Suspense>
  )
}
