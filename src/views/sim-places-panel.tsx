import { Skeleton } from '@mantine/core'
import { Amount } from '#components/amount.tsx'
import { type Column, ColumnTable } from '#components/column-table.tsx'
import { DayStrip } from '#components/day-strip.tsx'
import { Panel } from '#components/panel.tsx'
import { usePartNames } from '#queries/use-part-names.ts'
import { useUsage } from '#queries/use-usage.ts'
import { formatShare } from '#usage/bytes.ts'
import { formatCountry } from '#usage/country.ts'
import { alignToBuckets, automaticGranularity } from '#usage/granularity.ts'
import { formatBucket } from '#usage/moment.ts'
import { factsOf } from '#usage/products.ts'
import { buildSimPlaces, type SimPlace } from '#usage/sim-places.ts'
import type { UsageQuery } from '#usage/usage-query.ts'
import { describeError } from './error-words.ts'

/** The countries and networks that a SIM used, and when. */
export function SimPlacesPanel({ query, now }: { query: UsageQuery; now: Date }) {
  const { group: _, members: __, ...whole } = query
  const { groups } = factsOf(query.product)
  const granularity = automaticGranularity(query.interval) === 'month' ? 'month' : 'day'
  const asked: UsageQuery = {
    ...whole,
    granularity,
    interval: alignToBuckets(query.interval, granularity),
    ...(groups.includes('network') ? { group: 'network' } : {}),
  }
  const { series, failures } = useUsage(asked, now, false)
  const names = usePartNames(asked, [])
  const failure = failures[0]
  const places = series && buildSimPlaces(series)
  const nameOf = ({ kind, key }: SimPlace) => (kind === 'country' ? formatCountry(key) : names(key))
  const columns: readonly Column<SimPlace>[] = series
    ? [
        { heading: groups.includes('network') ? 'Network' : 'Place', cell: nameOf },
        {
          heading: 'Data',
          isNumber: true,
          cell: ({ bytes }) => <Amount amount={bytes} measure="data" />,
        },
        {
          heading: 'Share',
          isNumber: true,
          cell: ({ bytes }) => formatShare(bytes, series.total.data.total),
        },
        { heading: 'First used', cell: ({ first }) => formatBucket(first, granularity) },
        { heading: 'Last used', cell: ({ last }) => formatBucket(last, granularity) },
        {
          heading: granularity === 'day' ? 'By day' : 'By month',
          cell: ({ column }) => (
            <DayStrip buckets={series.buckets} column={column} unit={granularity} />
          ),
        },
      ]
    : []
  return (
    <Panel title="Where it was">
      {failure && (
        <p role="alert">{describeError(failure.error).title}: some places are not loaded.</p>
      )}
      {!series || !places ? (
        !failure && <Skeleton height={120} aria-label="Loading where it was" />
      ) : places.length === 0 ? (
        <p>It was used nowhere in this range, as far as is reported.</p>
      ) : (
        <ColumnTable
          label="Places"
          minWidth={640}
          columns={columns}
          items={places}
          keyOf={({ kind, key }) => `${kind} ${key}`}
        />
      )}
    </Panel>
  )
}
