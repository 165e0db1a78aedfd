import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import tableClasses from './table.module.css'

type Order = 'ascending' | 'descending'

/** The heading of a column that a table can be sorted by. */
export function SortHeading({
  name,
  order,
  first = 'ascending',
  number = false,
  onSort,
}: {
  name: string
  /** Undefined where the table is sorted by another column. */
  order: Order | undefined
  /** The order that the first click asks for. */
  first?: Order
  /** Whether the column is of numbers, which end where their heading does. */
  number?: boolean
  onSort: (order: Order) => void
}) {
  const other = order === 'ascending' ? 'descending' : 'ascending'
  const Icon = order === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      aria-sort={order ?? 'none'}
      {...(number ? { className: tableClasses.number } : {})}
    >
      <UnstyledButton
        data-printed
        fz="inherit"
        fw="inherit"
        onClick={() => onSort(order ? other : first)}
      >
        {name} {order && <Icon size={12} stroke={2.2} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}
