import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import { Amount } from '../amount.tsx'
import { type Column, ColumnTable } from './column-table.tsx'
import { COMPARED_COLUMNS } from './compared-columns.tsx'
import { bucketRow, type UsageRow, wholeRow } from './usage-rows.tsx'

/** How many rows are shown at first, the newest. */
export const FIRST_ROWS = 7

/** The numbers of a chart, newest bucket first, with their sum. */
export function UsageTable({
  caption,
  all,
  onShow,
  aside,
  ...shown
}: ShownUsage & {
  caption: string
  /** Whether every row is shown, or only the first. */
  all: boolean
  onShow: (all: boolean) => void
  /** Stands below the table, beside the button for its rows. */
  aside?: ReactNode
}) {
  const { buckets } = shown.series
  const oldestFirst = buckets.map((bucket, index) => bucketRow(shown, bucket, index))
  return (
    <div>
      <ColumnTable
        label={caption}
        minWidth={620}
        caption={caption}
        columns={columnsOf(shown)}
        items={oldestFirst.reverse()}
        {...(all ? {} : { first: FIRST_ROWS })}
        foot={wholeRow(shown)}
        keyOf={({ key }) => key}
      />
      <Group justify="space-between" mt={8}>
        {buckets.length > FIRST_ROWS && (
          <Button variant="subtle" size="compact-sm" onClick={() => onShow(!all)}>
            {all ? 'Show fewer rows' : `Show all ${buckets.length} rows`}
          </Button>
        )}
        {aside}
      </Group>
    </div>
  )
}

function columnsOf({ series, measure, names, comparison }: ShownUsage): Column<UsageRow>[] {
  const shown = (amount: number | undefined) =>
    amount === undefined ? '–' : <Amount amount={amount} measure={measure} />
  return [
    {
      key: 'period',
      heading: 'Period (UTC)',
      value: ({ start }) => start,
      cell: ({ period }) => period,
    },
    {
      key: 'total',
      heading: 'Total',
      isNumber: true,
      value: ({ total }) => total,
      cell: ({ total }) => shown(total),
    },
    ...(comparison ? COMPARED_COLUMNS : []),
    {
      key: 'state',
      heading: 'State',
      isProvisional: (row) => row.isProvisional,
      cell: ({ state }) => state,
    },
    ...series.parts.map(
      ({ key }): Column<UsageRow> => ({
        key: `part ${key}`,
        heading: names(key),
        isNumber: true,
        value: ({ amounts }) => amounts.get(key),
        cell: ({ amounts }) => shown(amounts.get(key)),
      }),
    ),
  ]
}
