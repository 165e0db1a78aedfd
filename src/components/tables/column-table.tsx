import type { ReactNode } from 'react'
import { ScrollTable } from './scroll-table.tsx'
import classes from './table.module.css'

/** A column of a table: what stands above it, and what it shows of an item. */
export interface Column<T> {
  readonly heading: string
  /** Whether its cells are numbers, which end where their heading does. */
  readonly isNumber?: boolean
  cell(item: T): ReactNode
}

/** A table whose head and cells are made from the same columns; the first column names its row. */
export function ColumnTable<T>({
  label,
  minWidth,
  columns,
  items,
  keyOf,
}: {
  /** What the table shows. */
  label: string
  /** Pixels below which it scrolls. */
  minWidth: number
  /** Each with a heading of its own. */
  columns: readonly Column<T>[]
  items: readonly T[]
  keyOf: (item: T) => string
}) {
  return (
    <ScrollTable label={label} minWidth={minWidth}>
      <thead>
        <tr>
          {columns.map(({ heading, isNumber }) => (
            <th key={heading} scope="col" {...(isNumber ? NUMBER : {})}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map(({ heading, isNumber, cell }, index) =>
              index === 0 ? (
                <th key={heading} scope="row">
                  {cell(item)}
                </th>
              ) : (
                <td key={heading} {...(isNumber ? NUMBER : {})}>
                  {cell(item)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

const NUMBER = { className: classes.number }
