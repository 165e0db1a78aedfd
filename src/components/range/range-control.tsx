import { Suspense } from 'react'
import { loadLater } from '../page/load-later.ts'
import { useFirstUse } from '../use-first-use.ts'
import { RangeButton, type RangeControlProps } from './range-button.tsx'

const load = () => import('./range-popover.tsx')
const RangePopover = loadLater(async () => (await load()).RangePopover)

/** Chooses a range of time; the calendar is loaded when it is first wanted. */
export function RangeControl(props: RangeControlProps) {
  const { range, interval } = props
  const { used, handlers } = useFirstUse(load)
  const button = <RangeButton {...{ range, interval }} {...handlers} />
  if (!used) return button
  return (
    <Suspense fallback={button}>
      <RangePopover {...props} />
    </Suspense>
  )
}
