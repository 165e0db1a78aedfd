import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { useFirstUse } from '#components/use-first-use.ts'
import { ExportButton } from '../common/export/export-button.tsx'
import type { ExportSimsProps } from './export-sims-props.ts'

const load = () => import('./export-sims-items.tsx')
const ExportSimsItems = loadLater(async () => (await load()).ExportSimsItems)

/** Takes a list of SIMs away; the ways to do it are loaded when they are first wanted. */
export function ExportSims(props: ExportSimsProps) {
  const { used, handlers } = useFirstUse(load)
  const button = <ExportButton title="the SIMs" {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <ExportSimsItems {...props} />
    </Suspense>
  )
}
