import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'

type Order = 'ascending' | 'descending'

/** The heading of a column that a table can be sorted by. */
export function SortHeading({
  name,
  order,
  onSort,
}: {
  name: string
  /** Undefined where the table is sorted by another column. */
  order: Order | undefined
  onSort: (order: Order) => void
}) {
  const Icon = order === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" aria-sort={order ?? 'none'}>
      <UnstyledButton
        fz="inherit"
        fw="inherit"
        onClick={() => onSort(order === 'ascending' ? 'descending' : 'ascending')}
      >
        {name} {order && <Icon size={12} stroke={2.2} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}
