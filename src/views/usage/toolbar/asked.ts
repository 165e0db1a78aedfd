import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'

/** What the choices of a usage view are made from. */
export interface Asked {
  readonly state: Search<UsageSearch>
  readonly accounts: readonly string[]
  /** The one SIM that the view is about. */
  readonly sim: string | undefined
}
