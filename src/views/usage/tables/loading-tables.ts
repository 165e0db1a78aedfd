import { loadOnce } from '#components/page/load-later.ts'

/** What shows the tables, which nobody sees before the chart that they stand below: loaded after it. */
export const loadingTables = loadOnce(() => import('./usage-tables.tsx'))
