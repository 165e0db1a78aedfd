import { beginLoading } from '#components/load-later.ts'

/** What shows an answer, in a chunk of its own: it loads while the question is drawn and asked. */
export const loadingReport = beginLoading(() => import('./usage-report.tsx'))
