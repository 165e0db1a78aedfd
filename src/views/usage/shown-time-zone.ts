import type { UsageSearch } from '#url/usage-search.ts'

/** The zone whose time stands beside UTC where the address asks for it; undefined where it does not. */
export function shownTimeZone({ time }: Pick<UsageSearch, 'time'>): string | undefined {
  return time === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : undefined
}
