import { QueryClient } from '@tanstack/react-query'

/** Retries are the gateway's, so that many browsers share one patience. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false } } })
}
