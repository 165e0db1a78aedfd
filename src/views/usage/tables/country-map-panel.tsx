import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { loadLater } from '#components/page/load-later.ts'
import { WhenInView } from '#components/page/when-in-view.tsx'
import type { Direction } from '#usage/question/usage-record.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { formatCountry } from '#usage/words/country.ts'
import { nameMeasureWithin } from '#usage/words/measure-names.ts'
import type { PartPlaces } from './part-places.ts'

const CountryMap = loadLater(async () => (await import('#charts/country-map.tsx')).CountryMap)

/** Where the usage was, on a map. */
export function CountryMapPanel({
  title,
  series,
  direction,
  placeOf,
}: {
  title: string
  series: UsageSeries
  direction: Direction
  placeOf: PartPlaces
}) {
  return (
    <WhenInView height={320}>
      <Suspense fallback={<Skeleton height={320} />}>
        <CountryMap
          countries={series.countries.map(({ country, data }) => ({
            country,
            bytes: data[direction],
          }))}
          linked={(country, outline) => {
            const to = placeOf(country)
            // No stop of the Tab key: the table beside the map has the same links.
            return to === undefined ? (
              outline
            ) : (
              <Link to={to} tabIndex={-1} aria-label={formatCountry(country)}>
                {outline}
              </Link>
            )
          }}
          label={`${title}, ${nameMeasureWithin('data', direction)}, ${formatInterval(series.interval)} UTC, on a map; the table has the numbers`}
        />
      </Suspense>
    </WhenInView>
  )
}
