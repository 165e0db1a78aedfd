import { ChoiceControl } from '#components/choice-control.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'

/** In whose time the usage is shown. */
export function TimeControl({ state: { search, change } }: { state: Search<UsageSearch> }) {
  return (
    <ChoiceControl
      label="Times"
      value={search.time}
      choices={[
        { value: 'utc', label: 'UTC' },
        { value: 'local', label: 'UTC and local' },
      ]}
      onChange={(time) => change({ time })}
    />
  )
}
