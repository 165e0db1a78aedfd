import { Skeleton } from '@mantine/core'
import { useRef } from 'react'
import { ChartLegend, type ChartShape } from '#charts/chart-legend.tsx'
import { useLoading } from '#components/load-later.ts'
import { Panel } from '#components/panel.tsx'
import { UsageTable } from '#components/usage-table.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { formatInterval } from '#usage/moment.ts'
import type { Arrivals } from '#usage/observed-usage.ts'
import type { ShownUsage } from '#usage/shown-usage.ts'
import { type Interval, rangeOf } from '#usage/time-range.ts'
import { ExportMenu } from './export-menu.tsx'
import { loadingChart } from './loading-chart.ts'

/** A chart of one measure, its legend, its table and the ways to take them away. */
export function MeasurePanel({
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
}: Pick<ShownUsage, 'series' | 'measure' | 'names' | 'comparison'> & {
  title: string
  arrivals?: Arrivals | undefined
  accounts: readonly string[]
  busy: boolean
  state: Search<UsageSearch>
  readOnly: boolean
  shape?: ChartShape
}) {
  const zoom = (interval: Interval) => state.change({ range: rangeOf(interval), by: 'auto' })
  const chart = useRef<HTMLDivElement>(null)
  const charts = useLoading(loadingChart)
  const { show, rows, time } = state.search
  const timeZone = time === 'local' ? localTimeZone() : undefined
  const shown = { series, measure, direction: show, names, comparison, arrivals, timeZone }
  return (
    <Panel title={title} busy={busy} aside={<ChartLegend {...shown} shape={shape} />}>
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
      <UsageTable
        {...shown}
        caption={`${title} by period`}
        all={rows === 'all'}
        onShow={(all) => state.change({ rows: all ? 'all' : 'first' })}
        aside={<ExportMenu {...{ shown, title, accounts, chart }} all={rows === 'all'} />}
      />
    </Panel>
  )
}

function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
