import { QueryClient } from '@tanstack/react-query'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { helpAgainst } from './again/rests.ts'
import { askAboutAs } from './gateway/about.ts'

/**
 * Retries are the gateway's, so that many browsers share one patience.
 *
 * @param link the token of the link that its reader has opened
 */
export function createQueryClient(link?: string): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: mayHelpAtOnce,
        refetchOnReconnect: mayHelpAtOnce,
      },
    },
  })
  askAboutAs(client, link)
  return client
}

/** Whether something may be asked for because somebody has come back, and not only after its rest. */
function mayHelpAtOnce({ state: { error } }: { readonly state: { readonly error: unknown } }) {
  return !error || helpAgainst(upstreamErrorOf(error)) === 'soon'
}
