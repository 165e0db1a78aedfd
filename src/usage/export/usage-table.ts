import type { ExportedTable, ExportedValue } from './exported-table.ts'
import type { ExportedBucket, ExportedUsage } from './exported-usage.ts'

/** One column of the exported table. */
interface ExportedColumn {
  readonly heading: string
  value(bucket: ExportedBucket): ExportedValue
}

/**
 * Usage as a table, one row for each bucket. What was odd stands once, in a column of its own in the first
 * row.
 */
export function usageTable(exported: ExportedUsage): ExportedTable {
  const columns = columnsOf(exported)
  const notes = exported.notes.join(' ')
  return {
    headings: [...columns.map(({ heading }) => heading), ...(notes ? ['notes'] : [])],
    rows: exported.buckets.map((bucket, index) => [
      ...columns.map(({ value }) => value(bucket)),
      ...(notes ? [index === 0 ? notes : undefined] : []),
    ]),
  }
}

function columnsOf({ unit, parts, compared }: ExportedUsage): ExportedColumn[] {
  return [
    { heading: 'start', value: ({ start }) => new Date(start) },
    { heading: 'end', value: ({ end }) => new Date(end) },
    { heading: 'state', value: ({ state }) => state },
    { heading: `total (${unit})`, value: ({ total }) => total },
    ...parts.map(
      ({ name }, index): ExportedColumn => ({
        heading: `${name} (${unit})`,
        value: ({ amounts }) => amounts[index],
      }),
    ),
    ...(compared ? comparedColumns(unit) : []),
  ]
}

/** What a bucket is held against; they follow all others, whose places stay. */
function comparedColumns(unit: string): ExportedColumn[] {
  return [
    { heading: 'earlier start', value: ({ compared }) => compared && new Date(compared.start) },
    { heading: 'earlier end', value: ({ compared }) => compared && new Date(compared.end) },
    { heading: `earlier (${unit})`, value: ({ compared }) => compared?.earlier },
    { heading: `compared with it (${unit})`, value: ({ compared }) => compared?.later },
    { heading: 'growth (%)', value: ({ compared }) => compared?.growth },
    { heading: 'growth per day (%)', value: ({ compared }) => compared?.growthPerDay },
    { heading: 'of', value: ({ compared }) => compared?.of },
  ]
}
