import { ChoiceControl } from '#components/choice-control.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { Group } from '#usage/question/usage-query.ts'
import { GROUP_NAMES } from '#usage/words/part-names.ts'

/** What usage is told apart by. */
export function GroupControl({
  state: { search, change },
  groups,
}: {
  state: Search<UsageSearch>
  groups: readonly Group[]
}) {
  return (
    <ChoiceControl
      label="Stack by"
      value={search.group}
      choices={[
        {
          value: 'none',
          label: factsOf(search.product).tellsRoaming ? 'Roaming' : 'Nothing',
        },
        ...groups.map((value) => ({ value, label: GROUP_NAMES[value] })),
      ]}
      onChange={(group) => change({ group })}
    />
  )
}
