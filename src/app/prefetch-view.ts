import type { QueryClient } from '@tanstack/react-query'
import { prefetchUsage } from '#queries/usage/prefetch-usage.ts'
import { chooseAccounts } from '#url/account-key.ts'
import { parseViewQuestion } from '#url/view-question.ts'

/** Asks for what the view at an address needs, where that is usage. */
export function prefetchView(
  client: QueryClient,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): Promise<void> {
  const view = parseViewQuestion(pathname, search.slice(1))
  if (!view) return Promise.resolve()
  return prefetchUsage(client, (known) => ({
    ...view.question,
    accounts: chooseAccounts(known, view.search.account),
  }))
}
