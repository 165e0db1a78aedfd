import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

const BUTTONS = 'button:not([disabled]), a[href]'

/**
 * Buttons that belong together as one stop of the Tab key: the arrow keys go from one to the next (the
 * pattern "Toolbar" of WAI-ARIA). Buttons may come and go, as what is loaded later does.
 */
export function ArrowGroup({
  label,
  className,
  children,
}: {
  label: string
  className?: string | undefined
  /** The first that is marked with `data-first-stop` is where Tab goes at first, else the first at all. */
  children: ReactNode
}) {
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = group.current
    if (!element) return
    leaveOneStop(element)
    const observer = new MutationObserver(() => leaveOneStop(element))
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={group}
      role="toolbar"
      aria-label={label}
      className={className}
      onFocus={(event) => leaveOneStop(event.currentTarget, event.target)}
      onKeyDown={move}
    >
      {children}
    </div>
  )
}

function leaveOneStop(group: HTMLElement, wanted?: EventTarget): void {
  const buttons = [...group.querySelectorAll<HTMLElement>(BUTTONS)]
  const stop =
    buttons.find((button) => button === wanted) ??
    buttons.find((button) => button === document.activeElement) ??
    buttons.find((button) => button.hasAttribute('data-first-stop')) ??
    buttons[0]
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(BUTTONS)].filter(
    (button) => button.offsetParent !== null,
  )
  const at = buttons.findIndex((button) => button.matches(':focus'))
  if (at < 0) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
