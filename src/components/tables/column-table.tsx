import { type ReactNode, useState } from 'react'
import { ScrollTable } from './scroll-table.tsx'
import { SortHeading } from './sort-heading.tsx'
import { type SortedBy, sortRows, type TableValue } from './sort-rows.ts'
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
  /** What it is sorted by and taken away as; without, it is neither. */
  value?(item: T): TableValue
  /** Its heading where it is taken away, with its unit; `heading` without. */
  readonly exportedAs?: string
}

interface ColumnTableProps<T> {
  /** What the table shows. */
  readonly label: string
  /** Pixels below which it scrolls. */
  readonly minWidth: number
  /** What the table is called where it is read out. */
  readonly caption?: string
  readonly columns: readonly Column<T>[]
  readonly items: readonly T[]
  /** How many rows are shown, the first ones as they are sorted; all without. */
  readonly first?: number
  /** What all items come to; stands below them. */
  readonly foot?: T
  readonly keyOf: (item: T) => string
  /** Whether an item is a sum, where the table has such among the others. */
  readonly isSum?: (item: T) => boolean
}

/**
 * A table whose head, cells and foot are made from the same columns; the first column names its row. A
 * column that has a value can be sorted by it.
 */
export function ColumnTable<T>(props: ColumnTableProps<T>) {
  const { label, minWidth, caption, columns, items, first, foot, keyOf, isSum } = props
  const [sortedBy, setSortedBy] = useState<SortedBy>()
  const column = columns.find(({ key }) => key === sortedBy?.key)
  const rows =
    sortedBy && column?.value
      ? sortRows(items, (item) => column.value?.(item), sortedBy.order)
      : items
  return (
    <ScrollTable label={label} minWidth={minWidth}>
      {caption !== undefined && <caption className={classes.caption}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ key, heading, isNumber = false, value }) =>
            value ? (
              <SortHeading
                key={key}
                name={heading}
                number={isNumber}
                first={isNumber ? 'descending' : 'ascending'}
                order={sortedBy?.key === key ? sortedBy.order : undefined}
                onSort={(order) => setSortedBy({ key, order })}
              />
            ) : (
              <th key={key} scope="col" {...(isNumber ? NUMBER : {})}>
                {heading}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, first).map((item) => (
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
