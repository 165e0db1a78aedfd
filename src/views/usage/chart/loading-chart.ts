import { loadOnce } from '#components/page/load-later.ts'

/** The chart, in a chunk of its own. */
export const loadingChart = loadOnce(() => import('#charts/usage-chart.tsx'))
