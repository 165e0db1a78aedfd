import { type ExportedTable, exactValue, type NamedTable } from './exported-table.ts'
import type { ExportedComparison, ExportedUsage } from './exported-usage.ts'

/** What an export says of itself beside its numbers. */
interface ExportSource {
  readonly product: string
  /** Ids of the accounts. */
  readonly accounts: readonly string[]
  readonly measure: string
  readonly direction: string
  readonly granularity: string
  /** When the oldest of what can still change was read, ISO 8601 UTC. */
  readonly asOf: string
}

/**
 * A table as JSON, an object for each row, times in ISO 8601 UTC; what is not known is null.
 *
 * @param source what the numbers are of
 */
export function exportTableJson(
  table: ExportedTable,
  source: Readonly<Record<string, unknown>>,
): string {
  return written({ ...source, rows: rowsOf(table) })
}

/** Several tables as JSON, each with its title and an object for each row. */
export function exportTablesJson(
  tables: readonly NamedTable[],
  source: Readonly<Record<string, unknown>>,
): string {
  return written({
    ...source,
    tables: tables.map(({ title, table }) => ({ title, rows: rowsOf(table) })),
  })
}

function rowsOf({ headings, rows }: ExportedTable) {
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, index) => [heading, exactValue(row[index]) ?? null])),
  )
}

/** Usage as JSON, an object for each bucket with its parts; what is not known is null. */
export function exportUsageJson(exported: ExportedUsage, source: ExportSource): string {
  const { unit, parts, buckets, total, compared, notes } = exported
  return written({
    ...source,
    unit,
    total,
    ...(compared ? { compared: comparedContent(compared) } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    buckets: buckets.map((bucket) => ({
      start: bucket.start,
      end: bucket.end,
      state: bucket.state,
      total: bucket.total ?? null,
      parts: parts.map((part, index) => ({ ...part, amount: bucket.amounts[index] ?? null })),
      ...(bucket.compared ? { compared: comparedContent(bucket.compared) } : {}),
    })),
  })
}

function comparedContent({ start, end, earlier, later, growth, ...more }: ExportedComparison) {
  return {
    start,
    end,
    earlier: exactValue(earlier) ?? null,
    later: exactValue(later) ?? null,
    growthPercent: growth ?? null,
    ...(more.growthPerDay === undefined ? {} : { growthPerDayPercent: more.growthPerDay }),
    ...(more.of === undefined ? {} : { of: more.of }),
  }
}

function written(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`
}
