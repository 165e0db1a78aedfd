import { Anchor, Skeleton } from '@mantine/core'
import { type ReactNode, Suspense } from 'react'
import { loadLater } from '#components/page/load-later.ts'
import { Panel } from '#components/page/panel.tsx'
import { WhenInView } from '#components/page/when-in-view.tsx'
import { CountryTable } from '#components/tables/country-table.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { formatCountry } from '#usage/words/country.ts'

const CountryMap = loadLater(async () => (await import('#charts/country-map.tsx')).CountryMap)

/** Where the usage was: on a map and in a table; a country leads to its networks. */
export function CountryPanel({
  series,
  busy,
  mark,
  state,
  readOnly,
}: {
  series: UsageSeries
  busy: boolean
  /** Says that the sums are not final. */
  mark: ReactNode
  state: Search<UsageSearch>
  readOnly: boolean
}) {
  const { show } = state.search
  const { tellsRoaming, groups } = factsOf(series.product)
  const title = tellsRoaming ? 'Countries of international roaming' : 'By country'
  const nameOf = (country: string) => {
    const name = formatCountry(country)
    // A link opens nothing else.
    if (!groups.includes('network') || readOnly || !/^[A-Z]{2}$/.test(country)) return name
    return (
      <Anchor
        component="button"
        type="button"
        fz="inherit"
        title={`Networks of ${name}`}
        onClick={() => state.change({ country, group: 'network' })}
      >
        {name}
      </Anchor>
    )
  }
  return (
    <Panel title={title} busy={busy} aside={mark}>
      <WhenInView height={320}>
        <Suspense fallback={<Skeleton height={320} />}>
          <CountryMap
            countries={series.countries.map(({ country, data }) => ({
              country,
              bytes: data[show],
            }))}
            label={`${title}, ${formatInterval(series.interval)} UTC, on a map; the table below has the numbers`}
          />
        </Suspense>
      </WhenInView>
      <CountryTable series={series} direction={show} nameOf={nameOf} />
    </Panel>
  )
}
