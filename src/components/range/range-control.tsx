import { type KeyboardEvent, Suspense, startTransition, useCallback, useState } from 'react'
import { loadLater } from '../page/load-later.ts'
import { useFirstUse } from '../use-first-use.ts'
import { RangeButton, type RangeControlProps } from './range-button.tsx'
import { NOTHING_TYPED, typeKey } from './typed-text.ts'

const load = () => import('./range-popover.tsx')
const RangePopover = loadLater(async () => (await load()).RangePopover)

/**
 * Chooses a range of time; the calendar is loaded when it is first wanted. What is typed on the button, or
 * before the field has the focus, stands in the field when it comes.
 */
export function RangeControl(props: RangeControlProps) {
  const { range, interval, undated = false } = props
  const { used, handlers } = useFirstUse(load)
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState(NOTHING_TYPED)
  // One for good, so that what does not change is not drawn with each letter.
  const open = useCallback((wanted: boolean) => {
    setOpened(wanted)
    if (!wanted) setTyped(NOTHING_TYPED)
  }, [])
  const openFirst = () => {
    setOpened(true)
    // The button stays, and the focus with it, until the box is there.
    startTransition(handlers.onClick)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = typeKey(typed, event)
    if (!next) return
    event.preventDefault()
    setTyped(next)
    openFirst()
  }
  const button = (
    <RangeButton
      {...{ range, interval, undated }}
      {...handlers}
      onClick={openFirst}
      onKeyDown={onKeyDown}
    />
  )
  return (
    <Suspense fallback={button}>
      {used ? (
        <RangePopover
          asked={props}
          opened={opened}
          typed={typed}
          onOpened={open}
          onType={setTyped}
          onKeyDown={onKeyDown}
        />
      ) : (
        button
      )}
    </Suspense>
  )
}
