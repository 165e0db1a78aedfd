import { Table } from '@mantine/core'
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
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': label } }}
    >
      <Table className={classes.table} highlightOnHover>
        {children}
      </Table>
    </Table.ScrollContainer>
  )
}
