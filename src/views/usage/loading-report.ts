import { loadOnce } from '#components/page/load-later.ts'
import { loadingChart } from './chart/loading-chart.ts'

/** What shows an answer, in a chunk of its own: it loads while the question is drawn and asked, and so does its chart. */
export const loadingReport = loadOnce(() => {
  loadingChart.begin()
  return import('./usage-report.tsx')
})
