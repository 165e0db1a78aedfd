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
import type { Interval } from '#usage/time/interval.ts'
import classes from '../common/controls.module.css'
import { GroupControl } from './group-control.tsx'
import { LatenessNotices } from './lateness-notices.tsx'
import type { StandingBoard } from './standing.ts'
import { TimeControl } from './time-control.tsx'

const SuperSimControls = loadLater(
  async () => (await import('./super-sim-controls.tsx')).SuperSimControls,
)

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
      <div className={classes.choices}>
        <TimeControl state={state} />
      </div>
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
