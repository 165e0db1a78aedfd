import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { textScale } from '../text-scale.ts'
import tableClasses from './table.module.css'
import classes from './virtual-table.module.css'

/** As high as a row is in the style sheet, for usual text. A browser can hold a million of them, but not of 40. */
const ROW_HEIGHT = 32
const HEAD_HEIGHT = 36

/**
 * A table of any length: only the rows in sight are there. It scrolls in both directions, by keyboard,
 * too, and says how many rows it has.
 */
export function VirtualTable<T>({
  label,
  head,
  items,
  keyOf,
  columns,
  resetOn,
  renderCells,
}: {
  /** What the table shows. */
  label: string
  /** The cells of the heading. */
  head: ReactNode
  items: readonly T[]
  keyOf: (item: T) => string
  /** With widths in pixels for usual text: rows that come and go must not move them. */
  columns: readonly { readonly key: string; readonly width: number }[]
  /** Shows the first row again whenever it changes. */
  resetOn: string
  /** @param resting whether nobody is scrolling past */
  renderCells: (item: T, resting: boolean) => ReactNode
}) {
  const scale = textScale()
  const headHeight = HEAD_HEIGHT * scale
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * scale,
    scrollMargin: headHeight,
    overscan: 6,
    isScrollingResetDelay: 200,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its beginning
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [resetOn])
  const rows = virtualizer.getVirtualItems()
  const before = (rows[0]?.start ?? headHeight) - headHeight
  const after = virtualizer.getTotalSize() - ((rows.at(-1)?.end ?? headHeight) - headHeight)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolled region, no set of fields
    <div
      ref={scroller}
      className={classes.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <table
        className={`${tableClasses.table} ${classes.table}`}
        style={{
          width: scale * columns.reduce((sum, { width }) => sum + width, 0),
          minWidth: '100%',
        }}
        aria-label={label}
        aria-rowcount={items.length + 1}
      >
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width: width * scale }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {rows.map(({ index }) => {
            const item = items[index]
            if (item === undefined) return null
            return (
              <tr key={keyOf(item)} aria-rowindex={index + 2} className={classes.row}>
                {renderCells(item, !virtualizer.isScrolling)}
              </tr>
            )
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  )
}
