import { loadOnce } from '#components/page/load-later.ts'

/** What shows the tables, which nobody sees before the chart that they stand below: asked for once that is painted. */
export const loadingTables = loadOnce(async () => {
  await nextPaint()
  return import('./usage-tables.tsx')
})

function nextPaint(): Promise<void> {
  // What is put off in a frame's callback runs after the frame has been painted.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
