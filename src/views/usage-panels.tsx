import { Skeleton } from '@mantine/core'
import { memo, useDeferredValue } from 'react'
import { ComparisonTable } from '#components/comparison-table.tsx'
import { Panel } from '#components/panel.tsx'
import { PartsTable } from '#components/parts-table.tsx'
import { ProvisionalMark } from '#components/provisional-mark.tsx'
import { usePartNames } from '#queries/use-part-names.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { ANY_MONEY } from '#usage/amount-state.ts'
import type { Comparison } from '#usage/comparison.ts'
import { describeCut } from '#usage/comparison-words.ts'
import { memberOfPart } from '#usage/member.ts'
import { formatInterval } from '#usage/moment.ts'
import type { Arrivals } from '#usage/observed-usage.ts'
import { GROUP_NAMES, type PartNames } from '#usage/part-names.ts'
import { factsOf } from '#usage/products.ts'
import { formatMark } from '#usage/series-words.ts'
import type { Group, UsageQuery } from '#usage/usage-query.ts'
import type { Direction } from '#usage/usage-record.ts'
import type { UsageSeries } from '#usage/usage-series.ts'
import { CountryPanel } from './country-panel.tsx'
import { MeasurePanel } from './measure-panel.tsx'
import { PartName } from './part-name.tsx'

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

/** The charts and tables of a series; what stands below the first chart waits until that is drawn. */
export const UsagePanels = memo(function UsagePanels(props: UsagePanelsProps) {
  const { series, query, comparison, arrivals, busy, state, readOnly } = props
  const names = usePartNames(
    query,
    series.parts.map(({ key }) => key),
  )
  const { show } = state.search
  const shared = { series, names, comparison, accounts: query.accounts, busy, state, readOnly }
  const later = useDeferredValue({ ...props, names }, undefined)
  return (
    <>
      <MeasurePanel
        measure="data"
        title={TITLES.data[show]}
        arrivals={show === 'total' ? arrivals : undefined}
        {...shared}
      />
      {later ? <LaterPanels {...later} /> : <Skeleton height={640} radius={12} />}
    </>
  )
})

/** What stands below the first chart. */
const LaterPanels = memo(function LaterPanels({
  series,
  query,
  comparison,
  busy,
  state,
  readOnly,
  names,
}: UsagePanelsProps & { readonly names: PartNames }) {
  const { group } = query
  const { show } = state.search
  const mark = <TotalsMark series={series} />
  const shared = { series, names, comparison, accounts: query.accounts, busy, state, readOnly }
  return (
    <>
      {factsOf(series.product).tellsCommands ? (
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
})

/** Stands beside sums over the whole range that are not final. */
function TotalsMark({ series }: { series: UsageSeries }) {
  const words = formatMark(series, 'data') ?? formatMark(series, ANY_MONEY)
  return words && <ProvisionalMark>{words}</ProvisionalMark>
}
