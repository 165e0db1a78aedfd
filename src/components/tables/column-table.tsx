import type { ReactNode } from 'react'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

/** A column of a table: what stands above it, and what it shows of an item. */
export interface Column<T> {
  /** Tells it apart from the other columns of its table. */
  readonly key: string
  readonly heading: string
  /** Whether its cells are numbers, which end where their heading does. */
  readonly isNumber?: boolean
  cell(item: T): ReactNode
  /** What a cell says on hover. */
  title?(item: T): string | undefined
  /** Whether what a cell shows may still change, where the column tells that. */
  isProvisional?(item: T): boolean
}

/** A table whose head, cells and foot are made from the same columns; the first column names its row. */
export function ColumnTable<T>({
  label,
  minWidth,
  caption,
  columns,
  items,
  foot,
  keyOf,
  isSum,
}: {
  /** What the table shows. */
  label: string
  /** Pixels below which it scrolls. */
  minWidth: number
  /** What the table is called where it is read out. */
  caption?: string
  columns: readonly Column<T>[]
  items: readonly T[]
  /** What all items come to; stands below them. */
  foot?: T
  keyOf: (item: T) => string
  /** Whether an item is a sum, where the table has such among the others. */
  isSum?: (item: T) => boolean
}) {
  return (
    <ScrollTable label={label} minWidth={minWidth}>
      {caption !== undefined && <caption className={classes.caption}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ key, heading, isNumber }) => (
            <th key={key} scope="col" {...(isNumber ? NUMBER : {})}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)} data-sum={isSum?.(item)}>
            {cellsOf(columns, item)}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr>{cellsOf(columns, foot)}</tr>
        </tfoot>
      )}
    </ScrollTable>
  )
}

const NUMBER = { className: classes.number }

function cellsOf<T>(columns: readonly Column<T>[], item: T): ReactNode {
  return columns.map((column, index) =>
    index === 0 ? (
      <th key={column.key} scope="row">
        {column.cell(item)}
      </th>
    ) : (
      <td
        key={column.key}
        {...(column.isNumber ? NUMBER : {})}
        title={column.title?.(item)}
        data-provisional={column.isProvisional?.(item)}
      >
        {column.cell(item)}
      </td>
    ),
  )
}
