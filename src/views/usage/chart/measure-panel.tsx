import { Skeleton } from '@mantine/core'
import { memo, type ReactNode, Suspense, useRef, useState } from 'react'
import { ChartLegend, type ChartShape } from '#charts/legend/chart-legend.tsx'
import { RankedLegend } from '#charts/legend/ranked-legend.tsx'
import type { PickedBucket } from '#charts/use-zoom.ts'
import { loadLater, useLoading } from '#components/page/load-later.ts'
import { Panel } from '#components/page/panel.tsx'
import { textScale } from '#components/text-scale.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { Arrivals } from '#usage/series/observed-usage.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { rangeOf } from '#usage/time/time-range.ts'
import { shownTimeZone } from '../shown-time-zone.ts'
import type { ChartLink } from './chart-links.ts'
import { ExportMenu } from './export-menu.tsx'
import { loadingChart } from './loading-chart.ts'
import classes from './measure-panel.module.css'

const PickedBar = loadLater(async () => (await import('./picked-bar.tsx')).PickedBar)

interface MeasurePanelProps
  extends Pick<ShownUsage, 'series' | 'measure' | 'names' | 'comparison'> {
  readonly title: string
  readonly arrivals?: Arrivals | undefined
  readonly accounts: readonly string[]
  readonly busy: boolean
  readonly state: Search<UsageSearch>
  readonly readOnly: boolean
  readonly shape?: ChartShape
  /** What tells the chart to those who are led to it. */
  readonly id?: string
  /** Choices that are this chart's own. */
  readonly choices?: ReactNode
  /** Where a part leads to. */
  readonly leadOn?: (key: string) => ReactNode
  /** Where a bar leads to. */
  readonly linksOf?: (bucket: Interval) => readonly ChartLink[]
}

const NOWHERE = () => null
const NO_LINKS = () => []

/** A chart of one measure with the list of its parts, and the ways to take it away. */
export const MeasurePanel = memo(function MeasurePanel({
  title,
  series,
  measure,
  names,
  comparison,
  arrivals,
  accounts,
  busy,
  state,
  readOnly,
  shape = 'stack',
  id,
  choices,
  leadOn = NOWHERE,
  linksOf = NO_LINKS,
}: MeasurePanelProps) {
  const { show, rows } = state.search
  const chart = useRef<HTMLDivElement>(null)
  const [isolated, setIsolated] = useState<string>()
  const [picked, setPicked] = useState<PickedBucket>()
  // A part that is not there any more is not alone on the chart.
  const only = series.parts.some(({ key }) => key === isolated) ? isolated : undefined
  const timeZone = shownTimeZone(state.search)
  const shown = { series, measure, direction: show, names, comparison, arrivals, timeZone, only }
  const zoom = (interval: Interval) => {
    setPicked(undefined)
    state.change({ range: rangeOf(interval), by: 'auto' })
  }
  const listed = series.parts.length > 1
  const exported = { shown, title, accounts, chart, all: rows === 'all' }
  return (
    <Panel
      title={title}
      busy={busy}
      compact
      {...(id ? { id } : {})}
      controls={choices}
      aside={<ExportMenu {...exported} />}
    >
      <div className={classes.body} data-listed={listed} data-compared={comparison !== undefined}>
        <div className={classes.chart}>
          <div ref={chart}>
            <Chart
              {...shown}
              shape={shape}
              label={`${title}, ${formatInterval(series.interval)} UTC`}
              onZoom={readOnly ? undefined : zoom}
              onPick={setPicked}
            />
          </div>
          <ChartLegend {...shown} shape={shape} />
          {picked && (
            <Suspense>
              <PickedBar
                {...{ shown, picked, linksOf, readOnly }}
                onZoom={zoom}
                onClose={() => {
                  setPicked(undefined)
                  if (picked.by === 'keyboard') chart.current?.querySelector('svg')?.focus()
                }}
              />
            </Suspense>
          )}
        </div>
        {listed && (
          <RankedLegend
            {...shown}
            shape={shape}
            leadOn={leadOn}
            onIsolate={setIsolated}
            onLight={(key) => light(chart.current, key)}
          />
        )}
      </div>
    </Panel>
  )
})

type ChartProps = ShownUsage & {
  shape: ChartShape
  label: string
  onZoom: ((interval: Interval) => void) | undefined
  onPick: (picked: PickedBucket) => void
}

function Chart(props: ChartProps) {
  const charts = useLoading(loadingChart)
  return charts ? (
    <charts.UsageChart {...props} textScale={textScale()} />
  ) : (
    <Skeleton height={280} />
  )
}

/** Dims all parts but one, without drawing the chart anew. @param key undefined for none */
function light(chart: Element | null, key: string | undefined): void {
  for (const part of chart?.querySelectorAll('[data-part]') ?? []) {
    const dimmed = key !== undefined && part.getAttribute('data-part') !== key
    part.setAttribute('data-dimmed', String(dimmed))
  }
}
