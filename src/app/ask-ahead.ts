import type { QueryClient } from '@tanstack/react-query'
import { createQueryClient } from '#queries/query-client.ts'
import { loadingReport } from '#views/usage/loading-report.ts'
import { lateViewAt } from './late-views.ts'
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
  loadView(window.location.pathname)
  const late = new Promise((resolve) => setTimeout(resolve, HEAD_START))
  await Promise.race([prefetchView(client, window.location), late])
  return client
}

/** Loads the code of the view at an address, and what shows usage: after it, where it shows none itself. */
async function loadView(pathname: string): Promise<void> {
  const view = lateViewAt(pathname)
  // Whatever goes wrong here, the view's route meets again and tells.
  const loaded = view?.loading.begin().catch(() => undefined)
  if (!view?.showsUsage) await loaded
  loadingReport.begin()
}
