import { ChoiceList } from '#components/choice-list.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { COMPARED_PERIODS, PERIOD_NAMES } from '#usage/question/compared-period.ts'

/** Which earlier period stands beside the range. */
export function CompareList({ state: { search, change } }: { state: Search<UsageSearch> }) {
  return (
    <ChoiceList
      label="Compare"
      value={search.compare}
      fallback="off"
      choices={[
        { value: 'off', label: 'Off' },
        ...COMPARED_PERIODS.map((value) => ({ value, label: PERIOD_NAMES[value] })),
      ]}
      onChange={(compare) => change({ compare })}
    />
  )
}
