import { beginLoading } from '#components/load-later.ts'

/** The chart, in a chunk of its own, which loads while the app begins and the first numbers come. */
export const loadingChart = beginLoading(() => import('#charts/usage-chart.tsx'))
