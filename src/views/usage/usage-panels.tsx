import { Skeleton } from '@mantine/core'
import { type ComponentProps, memo, type ReactNode, useDeferredValue } from 'react'
import { useLoading } from '#components/page/load-later.ts'
import { UsageFigures } from '#components/page/usage-figures.tsx'
import { usePartNames } from '#queries/usage/use-part-names.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { Comparison } from '#usage/series/comparison.ts'
import type { Arrivals } from '#usage/series/observed-usage.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { ChartChoices } from './chart/chart-choices.tsx'
import { bucketLinks } from './chart/chart-links.ts'
import { MeasurePanel } from './chart/measure-panel.tsx'
import { chartedOf, measureOf, measuresOf } from './chart/shown-measure.ts'
import { shownTimeZone } from './shown-time-zone.ts'
import { loadingTables } from './tables/loading-tables.ts'
import { usePartPlaces } from './tables/part-places.ts'
import { PlaceArrow } from './tables/place-link.tsx'
import type { UsageTables } from './tables/usage-tables.tsx'
import classes from './usage-panels.module.css'

interface UsagePanelsProps {
  readonly series: UsageSeries
  readonly query: UsageQuery
  readonly comparison: Comparison | undefined
  /** What has grown since the reader last looked. */
  readonly arrivals: Arrivals | undefined
  readonly busy: boolean
  readonly state: Search<UsageSearch>
  /** Whether the reader cannot ask for anything else. */
  readonly readOnly: boolean
  /** A figure of the running month. */
  readonly expected?: ReactNode
  /** What is told of the running month, below the chart. */
  readonly month?: ReactNode
}

const CHART_ID = 'chart'

/** The figures of a series, the chart that they choose, and its tables, which wait until the chart is drawn. */
export const UsagePanels = memo(function UsagePanels(props: UsagePanelsProps) {
  const { series, query, comparison, arrivals, busy, state, readOnly, expected, month } = props
  const { show, chart, charge } = state.search
  const names = usePartNames(
    query,
    [...series.parts, ...series.rest].map(({ key }) => key),
  )
  const placeOf = usePartPlaces(query, state, readOnly)
  const measures = measuresOf(series, charge)
  const measure = measureOf(chart, measures)
  const title = nameMeasure(measure, show)
  // What has grown is told of all data alone.
  const told = measure === 'data' && show === 'total' ? arrivals : undefined
  const shown = { series, measure, names, comparison, arrivals: told }
  return (
    <>
      <div className={classes.answer}>
        <UsageFigures
          {...{ series, comparison, measures, busy }}
          direction={show}
          shown={measure}
          controls={CHART_ID}
          onShow={(one) => state.change({ chart: chartedOf(one, series) })}
        >
          {expected}
        </UsageFigures>
        <MeasurePanel
          {...shown}
          id={CHART_ID}
          title={title}
          accounts={query.accounts}
          choices={<ChartChoices {...{ state, series, measure, readOnly }} />}
          leadOn={(key) => <PlaceArrow to={placeOf(key)} name={names(key)} />}
          linksOf={(bucket) => bucketLinks(state, query, bucket)}
          {...{ busy, state, readOnly }}
        />
      </div>
      {month}
      <LaterTables
        shown={{ ...shown, direction: show, timeZone: shownTimeZone(state.search) }}
        {...{ title, placeOf, query, state, busy, readOnly }}
      />
    </>
  )
})

/**
 * The tables, drawn after all else. They wait in here: were it above, the chart would be drawn a second
 * time together with them.
 */
function LaterTables(props: ComponentProps<typeof UsageTables>) {
  const later = useDeferredValue<typeof props | undefined>(props, undefined)
  return later ? <LoadedTables {...later} /> : <Skeleton height={360} radius={12} />
}

const LoadedTables = memo(function LoadedTables(props: ComponentProps<typeof UsageTables>) {
  const tables = useLoading(loadingTables)
  return tables ? <tables.UsageTables {...props} /> : <Skeleton height={360} radius={12} />
})
