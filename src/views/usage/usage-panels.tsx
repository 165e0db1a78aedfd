import { Skeleton } from '@mantine/core'
import { memo, useDeferredValue } from 'react'
import { ChoiceControl } from '#components/choice-control.tsx'
import { ProvisionalMark } from '#components/notices/provisional-mark.tsx'
import { Panel } from '#components/page/panel.tsx'
import { ComparisonTable } from '#components/tables/comparison-table.tsx'
import { PartsTable } from '#components/tables/parts-table.tsx'
import { usePartNames } from '#queries/usage/use-part-names.ts'
import type { ChargedUsage, UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import { memberOfPart } from '#usage/question/member.ts'
import type { Group, UsageQuery } from '#usage/question/usage-query.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import { ANY_MONEY } from '#usage/series/amount-state.ts'
import type { Comparison } from '#usage/series/comparison.ts'
import type { Arrivals } from '#usage/series/observed-usage.ts'
import type { PartNames } from '#usage/series/shown-usage.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { formatInterval } from '#usage/time/moment.ts'
import { describeCut } from '#usage/words/comparison-words.ts'
import { GROUP_NAMES } from '#usage/words/part-names.ts'
import { formatMark } from '#usage/words/series-words.ts'
import { CountryPanel } from './country-panel.tsx'
import { MeasurePanel, type MeasurePanelProps } from './measure-panel.tsx'
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
      {factsOf(series.product).tellsCommands && (
        <MeasurePanel measure="commands" title={TITLES.commands[show]} {...shared} />
      )}
      <CostPanels {...shared} />
      {comparison && (
        <Panel
          title={`Compared with ${formatInterval(comparison.earlier.interval)}`}
          busy={busy}
          aside={<small>{describeCut(comparison, 'data')}</small>}
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

/** A chart of cost for each currency; data and Commands together or apart, where both are charged. */
function CostPanels(shared: Omit<MeasurePanelProps, 'measure' | 'title'>) {
  const { series, state } = shared
  const { charge } = state.search
  const apart = series.total.commandsCost.size > 0
  return series.currencies.map((currency) => {
    const measure = apart && charge !== 'all' ? { currency, of: charge } : { currency }
    return (
      <MeasurePanel
        key={currency}
        {...shared}
        measure={measure}
        title={`${COST_TITLES[measure.of ?? 'all']} in ${currency}`}
      >
        {apart && <ChargeControl state={state} />}
      </MeasurePanel>
    )
  })
}

const COST_TITLES: Record<ChargedUsage, string> = {
  all: 'Cost',
  data: 'Cost of data',
  commands: 'Cost of Commands',
}

const CHARGED_NAMES: Record<ChargedUsage, string> = {
  all: 'Data and Commands',
  data: 'Data',
  commands: 'Commands',
}

function ChargeControl({ state: { search, change } }: { state: Search<UsageSearch> }) {
  return (
    <ChoiceControl
      label="Cost of"
      value={search.charge}
      choices={CHARGED_USAGES.map((value) => ({ value, label: CHARGED_NAMES[value] }))}
      onChange={(charge) => change({ charge })}
    />
  )
}

const CHARGED_USAGES: readonly ChargedUsage[] = ['all', 'data', 'commands']

/** Stands beside sums over the whole range that are not final. */
function TotalsMark({ series }: { series: UsageSeries }) {
  const words = formatMark(series, 'data') ?? formatMark(series, ANY_MONEY)
  return words && <ProvisionalMark>{words}</ProvisionalMark>
}
