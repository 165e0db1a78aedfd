import { Skeleton } from '@mantine/core'
import { Suspense } from 'react'
import { ChoiceControl } from '#components/choice-control.tsx'
import { SearchProblemsNotice } from '#components/notices/search-problems-notice.tsx'
import { loadLater } from '#components/page/load-later.ts'
import { RangeControl } from '#components/range/range-control.tsx'
import { RangeSteps } from '#components/range/range-steps.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import { keptStart } from '#usage/kore/retention.ts'
import { COMPARED_PERIODS, CUT_NAMES, CUTS, PERIOD_NAMES } from '#usage/question/compared-period.ts'
import { LONGEST_VIEW_DAYS } from '#usage/question/longest-view.ts'
import { fittingGranularities } from '#usage/question/usage-query.ts'
import { DIRECTIONS, type Direction } from '#usage/question/usage-record.ts'
import { automaticGranularity, GRANULARITIES, type Granularity } from '#usage/time/granularity.ts'
import type { Interval } from '#usage/time/interval.ts'
import { resolveRange } from '#usage/time/time-range.ts'
import classes from '../common/controls.module.css'
import { GroupControl } from './group-control.tsx'
import { LatenessNotices } from './lateness-notices.tsx'
import type { StandingBoard } from './standing.ts'
import { TimeControl } from './time-control.tsx'

const SuperSimControls = loadLater(
  async () => (await import('./super-sim-controls.tsx')).SuperSimControls,
)

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

/** Everything that a usage view is asked with, and how final the answer can be. */
export function UsageControls({
  state,
  accounts,
  sim,
  interval,
  now,
  standing,
}: {
  state: Search<UsageSearch>
  accounts: readonly string[]
  /** The one SIM that the view is about. */
  sim: string | undefined
  interval: Interval
  now: Date
  /** What stands below. */
  standing: StandingBoard
}) {
  const { search, problems, change } = state
  const { product } = search
  return (
    <div className={classes.controls}>
      <SearchProblemsNotice problems={problems} onRemove={() => change({})} />
      <div className={classes.dates}>
        <RangeSteps
          interval={interval}
          now={now}
          onChange={(range) => change({ range, by: 'auto' })}
        >
          <RangeControl
            range={search.range}
            interval={interval}
            oldest={keptStart(now)}
            now={now}
            onChange={(range) => change({ range })}
          />
        </RangeSteps>
        <LatenessNotices {...{ product, interval, now, standing }} />
      </div>
      <UsageChoices state={state} now={now} />
      <ComparisonChoices state={state} />
      {factsOf(product).groups.length > 0 ? (
        <Suspense fallback={<Skeleton height={108} />}>
          <SuperSimControls {...{ state, accounts, sim }} />
        </Suspense>
      ) : (
        accounts.length > 1 && <GroupControl state={state} groups={['account']} />
      )}
    </div>
  )
}

/** How fine, which way, and in whose time the usage is shown. */
function UsageChoices({ state, now }: { state: Search<UsageSearch>; now: Date }) {
  const { search, change } = state
  const fitting = fittingGranularities(search.range, now)
  const automatic = automaticGranularity(resolveRange(search.range, now))
  return (
    <div className={classes.choices}>
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
        choices={DIRECTIONS.map((value) => ({
          value,
          label: DIRECTION_NAMES[value],
        }))}
        onChange={(show) => change({ show })}
      />
      <TimeControl state={state} />
    </div>
  )
}

/** Which earlier period stands beside the range, and what of it counts. */
function ComparisonChoices({ state: { search, change } }: { state: Search<UsageSearch> }) {
  return (
    <div className={classes.choices}>
      <ChoiceControl
        label="Compare"
        value={search.compare}
        choices={[
          { value: 'off' as const, label: 'Off' },
          ...COMPARED_PERIODS.map((value) => ({ value, label: PERIOD_NAMES[value] })),
        ]}
        onChange={(compare) => change({ compare })}
      />
      <ChoiceControl
        label="Month"
        value={search.month === 'off' ? ('off' as const) : ('forecast' as const)}
        choices={[
          { value: 'off', label: 'Off' },
          { value: 'forecast', label: 'To date and forecast' },
        ]}
        onChange={(month) => change({ month })}
      />
      {search.compare !== 'off' && (
        <ChoiceControl
          label="Count"
          value={search.compared}
          choices={CUTS.map((value) => ({ value, label: CUT_NAMES[value] }))}
          onChange={(compared) => change({ compared })}
        />
      )}
    </div>
  )
}
