import { Skeleton } from '@mantine/core'
import { type ComponentProps, Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import type { CausesPanel } from './causes-panel.tsx'

const LoadedCauses = loadLater(async () => (await import('./causes-panel.tsx')).CausesPanel)

/** Why what is shown has changed; loaded when it is looked at. */
export function LateCauses(props: ComponentProps<typeof CausesPanel>) {
  return (
    <Suspense fallback={<Skeleton height={320} />}>
      <LoadedCauses {...props} />
    </Suspense>
  )
}
