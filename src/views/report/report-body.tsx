import { UsageSkeleton } from '#components/page/usage-skeleton.tsx'
import { forEachProduct, PRODUCT_KEYS } from '#usage/kore/products.ts'
import { AskFirstNotice } from '../common/ask-first-notice.tsx'
import { ErrorCard } from '../common/error-card.tsx'
import type { AskedReport } from './asked-report.ts'
import { retryAll, ToldReport } from './told-report.tsx'
import { useProductReport } from './use-product-report.ts'

/** What a report tells of a month, or why it tells nothing. */
export function ReportBody(asked: AskedReport) {
  const { month, chosen, now, state } = asked
  const { product: wanted, gather } = state.search
  const all = forEachProduct((product) =>
    // biome-ignore lint/correctness/useHookAtTopLevel: each product once, in an order that stays
    useProductReport(product, chosen, month, now, {
      agreed: gather === 'on',
      wanted: wanted === 'all' || wanted === product,
    }),
  )
  const reports = PRODUCT_KEYS.map((product) => all[product]).filter(
    ({ product }) => wanted === 'all' || wanted === product,
  )
  const waiting = reports.filter(({ waits }) => waits)
  if (waiting.length > 0) {
    return (
      <AskFirstNotice
        title="A report of so many accounts takes many requests."
        requests={waiting.reduce((sum, { work }) => sum + work, 0)}
        onBegin={() => state.change({ gather: 'on' }, 'replace')}
      />
    )
  }
  const open = reports.filter(({ accounts }) => accounts.length > 0)
  const [error] = open.flatMap(({ errors }) => errors)
  if (open.some(({ answers }) => answers.days !== undefined) || open.length === 0) {
    return <ToldReport {...{ asked, reports, open }} />
  }
  if (!error) return <UsageSkeleton />
  const fetching = open.some((one) => one.fetching)
  return <ErrorCard error={error} onRetry={() => retryAll(open)} retrying={fetching} />
}
