import { Amount } from '#components/amount.tsx'
import { DayStrip } from '#components/day-strip.tsx'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Panel } from '#components/page/panel.tsx'
import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import { useHeldError } from '#queries/again/use-held-error.ts'
import { usePartNames } from '#queries/usage/use-part-names.ts'
import { useUsage } from '#queries/usage/use-usage.ts'
import { factsOf } from '#usage/kore/products.ts'
import { fitsGranularity } from '#usage/question/longest-view.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { PartNames } from '#usage/series/shown-usage.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { buildSimPlaces, type SimPlace } from '#usage/sims/sim-places.ts'
import { alignToBuckets, automaticGranularity, sameInDays } from '#usage/time/granularity.ts'
import { durationOf, type Interval } from '#usage/time/interval.ts'
import { formatBucket, formatInterval } from '#usage/time/moment.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { formatCountry } from '#usage/words/country.ts'
import { FailedLine } from '../common/failed-line.tsx'

/** The countries and networks that a SIM used, and when. */
export function SimPlacesPanel({ query, now }: { query: UsageQuery; now: Date }) {
  const { group: _, members: __, ...whole } = query
  const { groups } = factsOf(query.product)
  const { granularity, interval, isWider } = placesAsked(query.interval, now)
  const asked: UsageQuery = {
    ...whole,
    granularity,
    interval,
    ...(groups.includes('network') ? { group: 'network' } : {}),
  }
  const { series, failures, fetching } = useUsage(asked, now, false)
  const names = usePartNames(asked, [])
  const error = useHeldError(failures[0]?.error, fetching)
  const places = series && buildSimPlaces(series)
  const title = isWider ? `Where it was, ${formatInterval(interval)}` : 'Where it was'
  return (
    <Panel title={title}>
      {error && <FailedLine error={error}>some places are not loaded.</FailedLine>}
      {!series || !places ? (
        !error && <LoadingPart height={120} label="Loading where it was" />
      ) : places.length === 0 ? (
        <p>It was used nowhere in this range, as far as is reported.</p>
      ) : (
        <ColumnTable
          label="Places"
          minWidth={640}
          columns={columnsOf(series, granularity, places, names)}
          items={places}
          keyOf={({ kind, key }) => `${kind} ${key}`}
        />
      )}
    </Panel>
  )
}

/** What is told of each place, and in which days or hours it was used. */
function columnsOf(
  series: UsageSeries,
  granularity: ReturnType<typeof placesAsked>['granularity'],
  places: readonly SimPlace[],
  names: PartNames,
): Column<SimPlace>[] {
  const tellsNetworks = factsOf(series.product).groups.includes('network')
  const commands: Column<SimPlace> = {
    key: 'commands',
    heading: 'Commands',
    isNumber: true,
    cell: (place) => <Amount amount={place.commands} measure="commands" />,
  }
  return [
    {
      key: 'place',
      heading: tellsNetworks ? 'Network' : 'Place',
      cell: ({ kind, key }) => (kind === 'country' ? formatCountry(key) : names(key)),
    },
    {
      key: 'data',
      heading: 'Data',
      isNumber: true,
      cell: ({ bytes }) => <Amount amount={bytes} measure="data" />,
    },
    ...(places.some((place) => place.commands > 0) ? [commands] : []),
    {
      key: 'share',
      heading: 'Share',
      isNumber: true,
      cell: ({ bytes }) => (bytes > 0 ? formatShare(bytes, series.total.data.total) : '–'),
    },
    { key: 'first', heading: 'First used', cell: ({ first }) => formatBucket(first, granularity) },
    { key: 'last', heading: 'Last used', cell: ({ last }) => formatBucket(last, granularity) },
    {
      key: 'strip',
      heading: `By ${granularity}`,
      cell: ({ column, commandsColumn }) => (
        <DayStrip
          buckets={series.buckets}
          column={column.map((bytes, index) => bytes + (commandsColumn[index] ?? 0))}
          unit={granularity}
        />
      ),
    },
  ]
}

/** How places are asked for: in days where days say the same, else by the hour, as far as that goes. */
function placesAsked(range: Interval, now: Date) {
  const granularity = automaticGranularity(range) === 'month' ? 'month' : 'day'
  const days = sameInDays(range, now)
  if (days) return { granularity, interval: days, isWider: false } as const
  if (fitsGranularity(durationOf(range), 'hour')) {
    return { granularity: 'hour', interval: range, isWider: false } as const
  }
  return { granularity, interval: alignToBuckets(range, granularity), isWider: true } as const
}
