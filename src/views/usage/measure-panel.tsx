import { Skeleton } from '@mantine/core'
import { memo, type ReactNode, type RefObject, useDeferredValue, useRef } from 'react'
import { ChartLegend, type ChartShape } from '#charts/chart-legend.tsx'
import { useLoading } from '#components/page/load-later.ts'
import { Panel } from '#components/page/panel.tsx'
import { UsageTable } from '#components/tables/usage-table.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { Arrivals } from '#usage/series/observed-usage.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { rangeOf } from '#usage/time/time-range.ts'
import { ExportMenu } from './export-menu.tsx'
import { loadingChart } from './loading-chart.ts'

export interface MeasurePanelProps
  extends Pick<ShownUsage, 'series' | 'measure' | 'names' | 'comparison'> {
  readonly title: string
  readonly arrivals?: Arrivals | undefined
  readonly accounts: readonly string[]
  readonly busy: boolean
  readonly state: Search<UsageSearch>
  readonly readOnly: boolean
  readonly shape?: ChartShape
  /** Choices that are this chart's own. */
  readonly children?: ReactNode
}

/** A chart of one measure, its legend, its table and the ways to take them away. */
export const MeasurePanel = memo(function MeasurePanel({
  measure,
  title,
  series,
  names,
  comparison,
  arrivals,
  accounts,
  busy,
  state,
  readOnly,
  shape = 'stack',
  children,
}: MeasurePanelProps) {
  const zoom = (interval: Interval) => state.change({ range: rangeOf(interval), by: 'auto' })
  const chart = useRef<HTMLDivElement>(null)
  const charts = useLoading(loadingChart)
  const { show, time } = state.search
  const timeZone = time === 'local' ? localTimeZone() : undefined
  const shown = { series, measure, direction: show, names, comparison, arrivals, timeZone }
  return (
    <Panel title={title} busy={busy} aside={<ChartLegend {...shown} shape={shape} />}>
      {children}
      <div ref={chart}>
        {charts ? (
          <charts.UsageChart
            {...shown}
            shape={shape}
            label={`${title}, ${formatInterval(series.interval)} UTC`}
            onZoom={readOnly ? undefined : zoom}
          />
        ) : (
          <Skeleton height={280} />
        )}
      </div>
      <MeasureTable {...{ shown, title, accounts, state, chart }} />
    </Panel>
  )
})

interface MeasureTableProps {
  readonly shown: ShownUsage
  readonly title: string
  readonly accounts: readonly string[]
  readonly state: Search<UsageSearch>
  readonly chart: RefObject<HTMLDivElement | null>
}

/** The numbers of the chart, and the ways to take them away; they follow once the chart is drawn. */
function MeasureTable(props: MeasureTableProps) {
  return <ListedUsage {...useDeferredValue(props)} />
}

const ListedUsage = memo(function ListedUsage({
  shown,
  title,
  accounts,
  state,
  chart,
}: MeasureTableProps) {
  const all = state.search.rows === 'all'
  return (
    <UsageTable
      {...shown}
      caption={`${title} by period`}
      all={all}
      onShow={(more) => state.change({ rows: more ? 'all' : 'first' })}
      aside={<ExportMenu {...{ shown, title, accounts, chart, all }} />}
    />
  )
})

function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
