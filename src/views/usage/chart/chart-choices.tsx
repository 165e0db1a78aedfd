import { ChoiceSelect } from '#components/choice-select.tsx'
import { CHARGED_USAGES, type ChargedUsage, type UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { LONGEST_VIEW_DAYS } from '#usage/question/longest-view.ts'
import { fittingGranularities } from '#usage/question/usage-query.ts'
import { DIRECTIONS, type Direction } from '#usage/question/usage-record.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { automaticGranularity, GRANULARITIES, type Granularity } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'

const GRANULARITY_NAMES: Record<Granularity, string> = {
  hour: 'By hour',
  day: 'By day',
  week: 'By week',
  month: 'By month',
  total: 'One total',
}

const DIRECTION_NAMES: Record<'data' | 'commands', Record<Direction, string>> = {
  data: { total: 'Total', download: 'Download', upload: 'Upload' },
  commands: { total: 'Both ways', download: 'To SIM', upload: 'From SIM' },
}

const CHARGED_NAMES: Record<ChargedUsage, string> = {
  all: 'Data and Commands',
  data: 'Data',
  commands: 'Commands',
}

/** How fine and which way a chart shows its usage; whose cost it is, where data and Commands are charged apart. */
export function ChartChoices({
  state: { search, change },
  series,
  measure,
  readOnly,
}: {
  state: Search<UsageSearch>
  series: UsageSeries
  measure: Measure
  /** Whether the reader cannot ask for anything else. */
  readOnly: boolean
}) {
  const isCost = typeof measure === 'object'
  return (
    <>
      {!readOnly && <GranularityChoice {...{ search, change }} interval={series.interval} />}
      {!isCost && (
        <ChoiceSelect
          label="Show"
          value={search.show}
          choices={DIRECTIONS.map((value) => ({ value, label: DIRECTION_NAMES[measure][value] }))}
          onChange={(show) => change({ show })}
        />
      )}
      {isCost && !readOnly && series.total.commandsCost.size > 0 && (
        <ChoiceSelect
          label="Cost of"
          value={search.charge}
          choices={CHARGED_USAGES.map((value) => ({ value, label: CHARGED_NAMES[value] }))}
          onChange={(charge) => change({ charge })}
        />
      )}
    </>
  )
}

function GranularityChoice({
  search,
  change,
  interval,
}: Pick<Search<UsageSearch>, 'search' | 'change'> & { interval: Interval }) {
  const fitting = fittingGranularities(interval)
  const automatic = automaticGranularity(interval)
  return (
    <ChoiceSelect
      label="By"
      value={search.by}
      choices={[
        { value: 'auto' as const, label: `${GRANULARITY_NAMES[automatic]} (auto)` },
        ...GRANULARITIES.map((value) => ({
          value,
          label: GRANULARITY_NAMES[value],
          disabled: !fitting.includes(value) && value !== search.by,
        })),
      ]}
      hint={
        fitting.includes('hour')
          ? undefined
          : `Hours are shown for up to ${LONGEST_VIEW_DAYS.hour} days`
      }
      onChange={(by) => change({ by })}
    />
  )
}
