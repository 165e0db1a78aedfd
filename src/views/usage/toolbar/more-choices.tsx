import { ChoiceControl } from '#components/choice-control.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { CUT_NAMES, CUTS } from '#usage/question/compared-period.ts'
import { TimeControl } from '../time-control.tsx'
import classes from './usage-toolbar.module.css'

/** What is not chosen every day. */
export function MoreChoices({ state }: { state: Search<UsageSearch> }) {
  const { search, change } = state
  return (
    <div className={classes.more}>
      <TimeControl state={state} />
      <ChoiceControl
        label="Auto-refresh"
        value={search.refresh}
        choices={[
          { value: 'off', label: 'Off' },
          { value: '5', label: 'Every 5 min' },
          { value: '15', label: 'Every 15 min' },
        ]}
        onChange={(refresh) => change({ refresh })}
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
          label="What is compared"
          value={search.compared}
          choices={CUTS.map((value) => ({ value, label: CUT_NAMES[value] }))}
          onChange={(compared) => change({ compared })}
        />
      )}
    </div>
  )
}
