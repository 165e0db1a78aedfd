import type { QueryClient } from '@tanstack/react-query'
import { createQueryClient } from '#queries/query-client.ts'
import '#views/loading-chart.ts'
import '#views/loading-report.ts'
import { prefetchView } from './prefetch-view.ts'

/** Milliseconds that the app waits for what is asked for before it is drawn. */
const HEAD_START = 60

/**
 * Asks for what the first view needs, code and answers, so that both travel while the app is loaded and
 * drawn.
 *
 * @returns the client that will have the answers, once they are asked for, or after a moment
 */
export async function askAhead(): Promise<QueryClient> {
  const client = createQueryClient()
  const late = new Promise((resolve) => setTimeout(resolve, HEAD_START))
  await Promise.race([prefetchView(client, window.location), late])
  return client
}
