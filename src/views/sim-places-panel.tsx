import { Skeleton } from '@mantine/core'
import { Amount } from '#components/amount.tsx'
import { DayStrip } from '#components/day-strip.tsx'
import { Panel } from '#components/panel.tsx'
import { ScrollTable } from '#components/scroll-table.tsx'
import tableClasses from '#components/table.module.css'
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
        <ScrollTable label="Places" minWidth={640}>
          <thead>
            <tr>
              <th scope="col">{groups.includes('network') ? 'Network' : 'Place'}</th>
              <th scope="col" className={tableClasses.number}>
                Data
              </th>
              <th scope="col" className={tableClasses.number}>
                Share
              </th>
              <th scope="col">First used</th>
              <th scope="col">Last used</th>
              <th scope="col">{granularity === 'day' ? 'By day' : 'By month'}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={`${place.kind} ${place.key}`}>
                <th scope="row">{nameOf(place)}</th>
                <td className={tableClasses.number}>
                  <Amount amount={place.bytes} measure="data" />
                </td>
                <td className={tableClasses.number}>
                  {formatShare(place.bytes, series.total.data.total)}
                </td>
                <td>{formatBucket(place.first, granularity)}</td>
                <td>{formatBucket(place.last, granularity)}</td>
                <td>
                  <DayStrip buckets={series.buckets} column={place.column} unit={granularity} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Panel>
  )
}
