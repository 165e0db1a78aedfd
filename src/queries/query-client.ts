import { QueryClient } from '@tanstack/react-query'
import { upstreamErrorOf } from '#kore-client/upstream-error.ts'
import { helpAgainst } from './again/rests.ts'
import { tryFailedAgain } from './again/try-failed-again.ts'
import { BROWSER_TAB } from './again/wake-and-try.ts'
import { askAboutAs } from './gateway/about.ts'

/**
 * Retries at once are the gateway's, so that many browsers share one patience; what still fails is tried again
 * with rests, whoever has asked for it. A request is tried whatever the
 * browser thinks of its network: the gateway may be on the same computer.
 *
 * @param link the token of the link that its reader has opened
 */
export function createQueryClient(link?: string): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: mayHelpAtOnce,
        refetchOnReconnect: mayHelpAtOnce,
      },
      mutations: { networkMode: 'always' },
    },
  })
  tryFailedAgain(client, BROWSER_TAB)
  askAboutAs(client, link)
  return client
}

/** Whether something may be asked for because somebody has come back, and not only after its rest. */
function mayHelpAtOnce({ state: { error } }: { readonly state: { readonly error: unknown } }) {
  return !error || helpAgainst(upstreamErrorOf(error)) === 'soon'
}
