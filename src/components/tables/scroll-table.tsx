import type { ReactNode } from 'react'
import classes from './table.module.css'

/** A table that scrolls sideways where it does not fit, by keyboard, too. */
export function ScrollTable({
  label,
  minWidth,
  children,
}: {
  /** What the table shows. */
  label: string
  /** Pixels below which it scrolls. */
  minWidth: number
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolled region, no set of fields
    <div
      className={classes.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <table className={classes.table} style={{ minWidth }}>
        {children}
      </table>
    </div>
  )
}
