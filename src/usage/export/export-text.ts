import Papa from 'papaparse'
import type { ExportedBucket, ExportedComparison, ExportedUsage } from './exported-usage.ts'

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
 * As CSV (RFC 4180), one line for each bucket. What was odd stands once, in a column of its own in the
 * first line. What a spreadsheet would take for a formula is a text.
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
  const { unit, parts, buckets, total, compared, notes } = exported
  const content = {
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
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

function comparedContent({ start, end, earlier, later, growth, ...more }: ExportedComparison) {
  return {
    start,
    end,
    earlier: plain(earlier),
    later: later === undefined ? null : plain(later),
    growthPercent: growth ?? null,
    ...(more.growthPerDay === undefined ? {} : { growthPerDayPercent: more.growthPerDay }),
    ...(more.of === undefined ? {} : { of: more.of }),
  }
}

/** One column of the exported table. */
interface ExportedColumn {
  readonly heading: string
  value(bucket: ExportedBucket): string | number
}

function columnsOf({ unit, parts, compared }: ExportedUsage): ExportedColumn[] {
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
    ...(compared ? comparedColumns(unit) : []),
  ]
}

/** What a bucket is held against; they follow all others, whose places stay. */
function comparedColumns(unit: string): ExportedColumn[] {
  return [
    { heading: 'earlier start', value: ({ compared }) => compared?.start ?? '' },
    { heading: 'earlier end', value: ({ compared }) => compared?.end ?? '' },
    { heading: `earlier (${unit})`, value: ({ compared }) => plain(compared?.earlier) },
    { heading: `compared with it (${unit})`, value: ({ compared }) => plain(compared?.later) },
    { heading: 'growth (%)', value: ({ compared }) => compared?.growth ?? '' },
    { heading: 'growth per day (%)', value: ({ compared }) => compared?.growthPerDay ?? '' },
    { heading: 'of', value: ({ compared }) => compared?.of ?? '' },
  ]
}

function rowsOf(exported: ExportedUsage): (string | number)[][] {
  const columns = columnsOf(exported)
  const notes = exported.notes.join(' ')
  return [
    [...columns.map(({ heading }) => heading), ...(notes ? ['notes'] : [])],
    ...exported.buckets.map((bucket, index) => [
      ...columns.map(({ value }) => value(bucket)),
      ...(notes ? [index === 0 ? notes : ''] : []),
    ]),
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
