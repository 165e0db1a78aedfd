import { type KeyboardEvent, type ReactNode, useRef } from 'react'

/** What the arrow keys and their like choose of some tabs; undefined for a key that chooses none. */
function steppedTo(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

export interface Tab<T extends string> {
  readonly value: T
  readonly content: ReactNode
}

/** Tabs that choose what stands below them: one stop of the Tab key, and the arrow keys within it. */
export function Tabs<T extends string>({
  label,
  value,
  tabs,
  controls,
  classNames,
  onChange,
}: {
  label: string
  value: T
  tabs: readonly Tab<T>[]
  /** The id of what they choose. */
  controls: string
  classNames: { readonly list: string | undefined; readonly tab: string | undefined }
  onChange: (value: T) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const selected = Math.max(
    0,
    tabs.findIndex((tab) => tab.value === value),
  )
  const step = (event: KeyboardEvent) => {
    const to = steppedTo(event.key, selected, tabs.length)
    const tab = to === undefined ? undefined : tabs[to]
    if (to === undefined || !tab) return
    event.preventDefault()
    const next = list.current?.children[to]
    if (next instanceof HTMLElement) next.focus()
    onChange(tab.value)
  }
  return (
    <div role="tablist" aria-label={label} className={classNames.list} ref={list} onKeyDown={step}>
      {tabs.map((tab, index) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className={classNames.tab}
          aria-selected={index === selected}
          aria-controls={controls}
          tabIndex={index === selected ? 0 : -1}
          data-printed
          onClick={() => onChange(tab.value)}
        >
          {tab.content}
        </button>
      ))}
    </div>
  )
}
