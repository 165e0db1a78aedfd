import { loadOnce } from '#components/page/load-later.ts'

/** What shows the tables, which nobody sees before the chart that they stand below: asked for once that is painted. */
export const loadingTables = loadOnce(async () => {
  // The chart is measured in one frame and drawn in the next; what is drawn of it later is done when nothing waits.
  await nextFrame()
  await nextFrame()
  await nothingWaits()
  return import('./usage-tables.tsx')
})

/** They are wanted by then, whatever else goes on. */
const LONGEST_WAIT = 1_000
/** Where a browser does not tell, in milliseconds. */
const USUAL_WAIT = 100

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

function nothingWaits(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT })
    } else {
      setTimeout(resolve, USUAL_WAIT)
    }
  })
}
