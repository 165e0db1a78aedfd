import { ChoiceControl } from '#components/choice-control.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { LONGEST_VIEW_DAYS } from '#usage/question/longest-view.ts'
import { fittingGranularities } from '#usage/question/usage-query.ts'
import { DIRECTIONS, type Direction } from '#usage/question/usage-record.ts'
import { automaticGranularity, GRANULARITIES, type Granularity } from '#usage/time/granularity.ts'
import { resolveRange } from '#usage/time/time-range.ts'

const GRANULARITY_NAMES: Record<Granularity, string> = {
  hour: 'Hour',
  day: 'Day',
  month: 'Month',
  total: 'One total',
}

const DIRECTION_NAMES: Record<Direction, string> = {
  total: 'Total',
  download: 'Download',
  upload: 'Upload',
}

/** How fine and which way the usage is shown. */
export function PeriodChoices({ state, now }: { state: Search<UsageSearch>; now: Date }) {
  const { search, change } = state
  const fitting = fittingGranularities(search.range, now)
  const automatic = automaticGranularity(resolveRange(search.range, now))
  return (
    <>
      <ChoiceControl
        label="By"
        value={search.by}
        choices={[
          {
            value: 'auto' as const,
            label: `Auto (${GRANULARITY_NAMES[automatic].toLowerCase()})`,
          },
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
      <ChoiceControl
        label="Show"
        value={search.show}
        choices={DIRECTIONS.map((value) => ({ value, label: DIRECTION_NAMES[value] }))}
        onChange={(show) => change({ show })}
      />
    </>
  )
}
