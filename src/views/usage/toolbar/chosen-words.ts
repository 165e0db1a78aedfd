import type { UsageSearch } from '#url/usage-search.ts'
import { CUT_NAMES } from '#usage/question/compared-period.ts'

/** What has been chosen under "⋯" that does not hold by itself, so that it is seen while that is closed. */
export function chosenWords(search: UsageSearch): readonly string[] {
  return [
    search.time === 'local' ? 'Local time' : '',
    search.refresh === 'off' ? '' : `Every ${search.refresh} min`,
    search.month === 'off' ? '' : 'Forecast',
    search.compare !== 'off' && search.compared === 'all' ? CUT_NAMES.all : '',
  ].filter(Boolean)
}
