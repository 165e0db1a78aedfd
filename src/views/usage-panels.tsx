import { Anchor, Skeleton } from '@mantine/core'
import { lazy, Suspense, useRef } from 'react'
import { Link } from 'react-router'
import { ChartLegend } from '#charts/chart-legend.tsx'
import { ComparisonTable } from '#components/comparison-table.tsx'
import { Panel } from '#components/panel.tsx'
import { PartsTable } from '#components/parts-table.tsx'
import { ProvisionalMark } from '#components/provisional-mark.tsx'
import { UsageTable } from '#components/usage-table.tsx'
import { isLinkAccount } from '#queries/about.ts'
import { usePartNames } from '#queries/use-part-names.ts'
import { productOfSid } from '#url/paths.ts'
import { simPlace } from '#url/product-key.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { Comparison } from '#usage/comparison.ts'
import { describeCut } from '#usage/comparison-words.ts'
import { formatCostMark, formatDataMark } from '#usage/freshness-words.ts'
import { type Member, memberOfPart } from '#usage/member.ts'
import { formatInterval } from '#usage/moment.ts'
import type { Arrivals } from '#usage/observed-usage.ts'
import { GROUP_NAMES } from '#usage/part-names.ts'
import type { ShownUsage } from '#usage/shown-usage.ts'
import { type Interval, rangeOf } from '#usage/time-range.ts'
import type { Group, UsageQuery } from '#usage/usage-query.ts'
import type { Direction } from '#usage/usage-record.ts'
import type { UsageSeries } from '#usage/usage-series.ts'
import { CountryPanel } from './country-panel.tsx'
import { ExportMenu } from './export-menu.tsx'
import { useChosenAccounts } from './use-chosen-accounts.ts'

/** In a chunk of its own, which loads while the first numbers do. */
const chart = import('#charts/usage-chart.tsx')
const UsageChart = lazy(async () => ({ default: (await chart).UsageChart }))

const TITLES: Record<'data' | 'commands', Record<Direction, string>> = {
  data: { total: 'Data', download: 'Data downloaded', upload: 'Data uploaded' },
  commands: { total: 'Commands', download: 'Commands to SIM', upload: 'Commands from SIM' },
}

const GROUP_TITLES: Record<Group, string> = {
  network: 'By network',
  country: 'By country',
  fleet: 'By fleet',
  sim: 'By SIM',
  account: 'By account',
}

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
}

/** The charts and tables of a series. */
export function UsagePanels({
  series,
  query,
  comparison,
  arrivals,
  busy,
  state,
  readOnly,
}: UsagePanelsProps) {
  const { group } = query
  const keys = series.parts.map(({ key }) => key)
  const names = usePartNames(query, keys)
  const { show } = state.search
  const mark = <TotalsMark series={series} />
  const shared = { series, names, comparison, accounts: query.accounts, busy, state, readOnly }
  return (
    <>
      <MeasurePanel
        measure="data"
        title={TITLES.data[show]}
        arrivals={show === 'total' ? arrivals : undefined}
        {...shared}
      />
      {series.product === 'programmable-wireless' ? (
        <MeasurePanel measure="commands" title={TITLES.commands[show]} {...shared} />
      ) : (
        series.currencies.map((currency) => (
          <MeasurePanel
            key={currency}
            measure={{ currency }}
            title={`Cost in ${currency}`}
            {...shared}
          />
        ))
      )}
      {comparison && (
        <Panel
          title={`Compared with ${formatInterval(comparison.earlier.interval)}`}
          busy={busy}
          aside={<small>{describeCut(series, comparison, 'data')}</small>}
        >
          <ComparisonTable {...{ series, comparison, names }} direction={show} />
        </Panel>
      )}
      {group && group !== 'country' && (
        <Panel title={GROUP_TITLES[group]} busy={busy} aside={mark}>
          <PartsTable
            series={series}
            direction={show}
            heading={GROUP_NAMES[group]}
            nameOf={(key) => (
              <PartName member={memberOfPart(query.accounts, key)} name={names(key)} />
            )}
          />
        </Panel>
      )}
      {series.countries.length > 0 && <CountryPanel {...{ series, busy, mark, state, readOnly }} />}
    </>
  )
}

/** Stands beside sums over the whole range that are not final. */
function TotalsMark({ series }: { series: UsageSeries }) {
  const words = formatDataMark(series) ?? formatCostMark(series)
  return words && <ProvisionalMark>{words}</ProvisionalMark>
}

/** The name of a part; that of a SIM leads to it. */
function PartName({ member: { account, key: sid }, name }: { member: Member; name: string }) {
  const { known } = useChosenAccounts()
  // A link opens no SIM.
  if (!productOfSid(sid) || isLinkAccount(account)) return name
  return (
    <Anchor component={Link} to={simPlace(sid, known.length > 1 ? account : '')}>
      {name}
    </Anchor>
  )
}

function MeasurePanel({
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
}: Pick<ShownUsage, 'series' | 'measure' | 'names' | 'comparison'> & {
  title: string
  arrivals?: Arrivals | undefined
  accounts: readonly string[]
  busy: boolean
  state: Search<UsageSearch>
  readOnly: boolean
}) {
  const zoom = (interval: Interval) => state.change({ range: rangeOf(interval), by: 'auto' })
  const chart = useRef<HTMLDivElement>(null)
  const { show, rows, time } = state.search
  const timeZone = time === 'local' ? localTimeZone() : undefined
  const shown = { series, measure, direction: show, names, comparison, arrivals, timeZone }
  return (
    <Panel title={title} busy={busy} aside={<ChartLegend {...shown} />}>
      <div ref={chart}>
        <Suspense fallback={<Skeleton height={280} />}>
          <UsageChart
            {...shown}
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
