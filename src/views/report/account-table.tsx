import { Amount } from '#components/amount.tsx'
import type { Column } from '#components/tables/column-table.tsx'
import { costColumns } from '#components/tables/cost-columns.tsx'
import type { ShareRow } from '#components/tables/share-columns.tsx'
import { shownMembers } from '#usage/report/compared-members.ts'
import type { ProductAnswers } from '#usage/report/report-questions.ts'
import { addChargedAmounts } from '#usage/series/charged-amounts.ts'
import type { ChargeableUsage } from '#usage/series/series-cost.ts'
import { addAmounts } from '#usage/series/usage-amounts.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { type ReportTable, reportTable } from './report-table.tsx'

type AccountRow = Omit<ShareRow, 'compared' | 'label'>

/**
 * What each account used and cost, all products together; none where there is one product or one account,
 * or not all of it is there.
 */
export function accountTable(
  answers: readonly ProductAnswers[],
  nameAccount: (id: string) => string,
): ReportTable[] {
  const series = answers.flatMap(
    ({ dimensions }) => dimensions.find(({ dimension }) => dimension === 'account')?.month ?? [],
  )
  if (series.length < 2 || series.length < answers.length) return []
  const sums = new Map<string, ChargeableUsage>()
  for (const { key, total, charged } of series.flatMap((one) => shownMembers(one, 'account'))) {
    const known = sums.get(key)
    sums.set(
      key,
      known
        ? {
            total: addAmounts(known.total, total),
            charged: addChargedAmounts(known.charged, charged),
          }
        : { total, charged },
    )
  }
  const rows = [...sums]
    .map(([key, usage]): AccountRow => ({ key, name: nameAccount(key), ...usage }))
    .sort((a, b) => b.total.data.total - a.total.data.total)
  const whole = rows.reduce((sum, { total }) => sum + total.data.total, 0)
  const currencies = [...new Set(series.flatMap((one) => one.currencies))].sort()
  const columns: Column<AccountRow>[] = [
    { key: 'name', heading: 'Account', value: ({ name }) => name, cell: ({ name }) => name },
    {
      ...{ key: 'data', heading: 'Data', exportedAs: 'data (bytes)', isNumber: true },
      value: ({ total }) => total.data.total,
      cell: ({ total }) => <Amount amount={total.data.total} measure="data" />,
    },
    {
      ...{ key: 'share', heading: 'Share', exportedAs: 'share (%)', isNumber: true },
      value: ({ total }) => (whole > 0 ? (total.data.total / whole) * 100 : undefined),
      cell: ({ total }) => formatShare(total.data.total, whole),
    },
    ...costColumns({ currencies }).filter(({ key }) => key.startsWith('cost')),
  ]
  return [
    reportTable<AccountRow>({
      ...{ key: 'accounts', title: 'By account, all products', product: 'all', columns },
      items: rows,
      keyOf: ({ key }) => key,
    }),
  ]
}
