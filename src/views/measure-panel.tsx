import { Skeleton } from '@mantine/core'
import { Suspense, useRef } from 'react'
import { ChartLegend, type ChartShape } from '#charts/chart-legend.tsx'
import { loadLater } from '#components/load-later.ts'
import { Panel } from '#components/panel.tsx'
import { UsageTable } from '#components/usage-table.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { formatInterval } from '#usage/moment.ts'
import type { Arrivals } from '#usage/observed-usage.ts'
import type { ShownUsage } from '#usage/shown-usage.ts'
import { type Interval, rangeOf } from '#usage/time-range.ts'
import { ExportMenu } from './export-menu.tsx'

const loadChart = () => import('#charts/usage-chart.tsx')
/** In a chunk of its own, which loads while the first numbers do; what fails now is tried again then. */
loadChart().catch(() => undefined)
const UsageChart = loadLater(async () => (await loadChart()).UsageChart)

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
  const { show, rows, time } = state.search
  const timeZone = time === 'local' ? localTimeZone() : undefined
  const shown = { series, measure, direction: show, names, comparison, arrivals, timeZone }
  return (
    <Panel title={title} busy={busy} aside={<ChartLegend {...shown} shape={shape} />}>
      <div ref={chart}>
        <Suspense fallback={<Skeleton height={280} />}>
          <UsageChart
            {...shown}
            shape={shape}
            label={`${title}, ${formatInterval(series.interval)} UTC`}
            onZoom={readOnly ? undefined : zoom}
          />
        </Suspense>
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
