import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { WhenInView } from '#components/page/when-in-view.tsx'
import type { Direction } from '#usage/question/usage-record.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { nameMeasureWithin } from '#usage/words/measure-names.ts'

const CountryMap = loadLater(async () => (await import('#charts/country-map.tsx')).CountryMap)

/** Where the usage was, on a map. */
export function CountryMapPanel({
  title,
  series,
  direction,
}: {
  title: string
  series: UsageSeries
  direction: Direction
}) {
  return (
    <WhenInView height={320}>
      <Suspense fallback={<Skeleton height={320} />}>
        <CountryMap
          countries={series.countries.map(({ country, data }) => ({
            country,
            bytes: data[direction],
          }))}
          label={`${title}, ${nameMeasureWithin('data', direction)}, ${formatInterval(series.interval)} UTC, on a map; the table has the numbers`}
        />
      </Suspense>
    </WhenInView>
  )
}
