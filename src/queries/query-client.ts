import { QueryClient } from '@tanstack/react-query'
import { askAboutAs } from './gateway/about.ts'

/**
 * Retries are the gateway's, so that many browsers share one patience.
 *
 * @param link the token of the link that its reader has opened
 */
export function createQueryClient(link?: string): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  askAboutAs(client, link)
  return client
}
