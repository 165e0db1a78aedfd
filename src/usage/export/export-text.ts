import Papa from 'papaparse'
import type { ExportedBucket, ExportedUsage } from './exported-usage.ts'

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
 * As CSV (RFC 4180), one line for each bucket. What a spreadsheet would take for a formula is a text.
 */
export function exportCsv(exported: ExportedUsage): string {
  return Papa.unparse(rowsOf(exported), { escapeFormulae: true })
}

/** The same with tabs, as a spreadsheet takes it from the clipboard. */
export function exportTabs(exported: ExportedUsage): string {
  return Papa.unparse(rowsOf(exported), { escapeFormulae: true, delimiter: '\t', newline: '\n' })
}

/** As JSON; what is not known is null. */
export function exportJson(exported: ExportedUsage, source: ExportSource): string {
  const { unit, parts, buckets, total } = exported
  const content = {
    ...source,
    unit,
    total,
    buckets: buckets.map((bucket) => ({
      start: bucket.start,
      end: bucket.end,
      state: bucket.state,
      total: bucket.total ?? null,
      parts: parts.map((part, index) => ({ ...part, amount: bucket.amounts[index] ?? null })),
    })),
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

/** One column of the exported table. */
interface ExportedColumn {
  readonly heading: string
  value(bucket: ExportedBucket): string | number
}

function columnsOf({ unit, parts }: ExportedUsage): ExportedColumn[] {
  return [
    { heading: 'start', value: ({ start }) => start },
    { heading: 'end', value: ({ end }) => end },
    { heading: 'state', value: ({ state }) => state },
    { heading: `total (${unit})`, value: ({ total }) => plain(total) },
    ...parts.map(
      ({ name }, index): ExportedColumn => ({
        heading: `${name} (${unit})`,
        value: ({ amounts }) => plain(amounts[index]),
      }),
    ),
  ]
}

function rowsOf(exported: ExportedUsage): (string | number)[][] {
  const columns = columnsOf(exported)
  return [
    columns.map(({ heading }) => heading),
    ...exported.buckets.map((bucket) => columns.map(({ value }) => value(bucket))),
  ]
}

/**
 * Money to the millionth, as the API gives it, without the dust of binary sums; nothing for what is not
 * known.
 */
function plain(amount: number | undefined): string | number {
  if (amount === undefined) return ''
  return Number.isInteger(amount) ? amount : Number(amount.toFixed(6))
}
