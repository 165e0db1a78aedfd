import { factsOf } from '../kore/products.ts'
import { OTHERS } from '../question/usage-record.ts'
import { type Bucket, columnOf, type UsageSeries } from '../series/usage-series.ts'

/** One place that a SIM used, and when. */
export interface SimPlace {
  /** A part of the series, or a country of international roaming. */
  readonly key: string
  readonly kind: 'part' | 'country'
  /** Bytes in all. */
  readonly bytes: number
  /** Commands in all. */
  readonly commands: number
  /** Bytes in every bucket of the series. */
  readonly column: readonly number[]
  /** Commands in every bucket. */
  readonly commandsColumn: readonly number[]
  /** The first and the last bucket that it was used in, for data or for Commands. */
  readonly first: Bucket
  readonly last: Bucket
}

/**
 * The places that usage was in, the newest first: networks of Super SIM; home, national roaming and
 * each country of international roaming of Programmable Wireless.
 */
export function buildSimPlaces(series: UsageSeries): SimPlace[] {
  const { parts, countries, product } = series
  const roaming = factsOf(product).tellsRoaming
  const candidates = [
    ...parts
      .filter(({ key }) => key !== OTHERS && !(roaming && key === 'internationalRoaming'))
      .map((part) => ({
        key: part.key,
        kind: 'part' as const,
        column: columnOf(part, 'data', 'total'),
        commandsColumn: columnOf(part, 'commands', 'total'),
      })),
    ...(roaming ? countries : []).map(({ country, columns: { data, commands } }) => ({
      key: country,
      kind: 'country' as const,
      column: data.total,
      commandsColumn: commands.total,
    })),
  ]
  return candidates
    .flatMap((candidate) => {
      const { column, commandsColumn } = candidate
      const used = series.buckets.filter(
        (_, index) => (column[index] ?? 0) > 0 || (commandsColumn[index] ?? 0) > 0,
      )
      const [first, last] = [used[0], used.at(-1)]
      if (!first || !last) return []
      return [{ ...candidate, bytes: sum(column), commands: sum(commandsColumn), first, last }]
    })
    .sort(
      (a, b) =>
        b.last.start.getTime() - a.last.start.getTime() ||
        b.bytes - a.bytes ||
        b.commands - a.commands,
    )
}

function sum(column: readonly number[]): number {
  return column.reduce((all, amount) => all + amount, 0)
}
