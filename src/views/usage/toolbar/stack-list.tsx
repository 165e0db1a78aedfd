import { ChoiceList } from '#components/choice-list.tsx'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { Group } from '#usage/question/usage-query.ts'
import { GROUP_NAMES } from '#usage/words/part-names.ts'

/** What usage is told apart by; nothing to choose where there is one way only. */
export function StackList({
  state: { search, change },
  accounts,
  sim,
}: {
  state: Search<UsageSearch>
  accounts: readonly string[]
  /** The one SIM that the view is about. */
  sim: string | undefined
}) {
  const { tellsRoaming, groups } = factsOf(search.product)
  const offered: readonly Group[] = [
    ...groups.filter((group) => group !== 'sim' || !sim),
    ...(accounts.length > 1 ? (['account'] as const) : []),
  ]
  if (offered.length === 0) return null
  return (
    <ChoiceList
      label="Stack by"
      value={search.group}
      fallback="none"
      choices={[
        { value: 'none', label: tellsRoaming ? 'Roaming' : 'Nothing' },
        ...offered.map((value) => ({ value, label: GROUP_NAMES[value] })),
      ]}
      onChange={(group) => change({ group })}
    />
  )
}
