import { type KeyboardEvent, type Ref, useEffect, useState } from 'react'

/** What a button that opens something is given from outside. */
export interface ButtonHandlers {
  readonly ref?: Ref<HTMLButtonElement>
  readonly onClick?: () => void
  readonly onPointerEnter?: () => void
  readonly onFocus?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** What makes a part of the page be loaded when it is first used. */
interface FirstUse {
  readonly used: boolean
  /** Goes onto the button that opens the part; to point at it begins to load. */
  readonly handlers: {
    onClick(): void
    onPointerEnter(): void
    onFocus(): void
  }
}

/** @param load what the part is loaded by; it may be called several times */
export function useFirstUse(load: () => Promise<unknown>): FirstUse {
  const [used, setUsed] = useState(false)
  // Whoever then clicks sees why it cannot be loaded.
  const begin = () => {
    load().catch(() => undefined)
  }
  return {
    used,
    handlers: { onClick: () => setUsed(true), onPointerEnter: begin, onFocus: begin },
  }
}

/**
 * Whether something is open that is to be opened as soon as it is there: not before its button has the
 * focus, to which it goes back later.
 *
 * @param focusButton gives the button the focus
 */
export function useOpenedOnceThere(focusButton: () => void) {
  const [opened, setOpened] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there
  useEffect(() => {
    focusButton()
    setOpened(true)
  }, [])
  return [opened, setOpened] as const
}
