import { useEffect, useMemo } from 'react'
import { useReportSims } from '#queries/sims/use-report-sims.ts'
import { usePartNames } from '#queries/usage/use-part-names.ts'
import type { ReportSearch } from '#url/report-search.ts'
import type { Search } from '#url/use-search.ts'
import { isSummedBySim, type Product } from '#usage/kore/products.ts'
import type { Group } from '#usage/question/usage-query.ts'
import { type Dimension, groupOf } from '#usage/report/compared-members.ts'
import { formatCountry } from '#usage/words/country.ts'
import { formatPart } from '#usage/words/part-names.ts'
import { nameProduct } from '#usage/words/report/report-words.ts'
import { useChosenAccounts } from '../common/use-chosen-accounts.ts'
import { dayTable } from './day-table.tsx'
import { dimensionTables, type MemberNames } from './dimension-tables.tsx'
import { expectedTable } from './expected-table.tsx'
import { planTable } from './plan-table.tsx'
import classes from './report.module.css'
import type { ReportFile } from './report-file.ts'
import type { ReportPlace } from './report-places.ts'
import type { ReportTable } from './report-table.tsx'
import { simTables } from './sim-tables.tsx'
import { SimsProgress } from './sims-progress.tsx'
import { TableSection } from './table-section.tsx'
import type { ProductReport } from './use-product-report.ts'

/** What a report has of the SIMs of a product. */
export type SimsTold = 'there' | 'loading' | 'waits' | 'missing'

/** A section of a report: all that is told of one product. */
export function ProductSection({
  report,
  place,
  file,
  now,
  state,
  onTold,
}: {
  report: ProductReport
  place: ReportPlace
  file: ReportFile
  now: Date
  state: Search<ReportSearch>
  /** Is told the tables, and how far the SIMs are there, after each time they are drawn. */
  onTold: (product: Product, tables: readonly ReportTable[], sims: SimsTold) => void
}) {
  const { product, accounts, answers } = report
  const { days, stretch, forecast } = answers
  const { known } = useChosenAccounts()
  const names = useMemberNames(product, accounts)
  const isThere = days !== undefined
  const sims = useReportSims(
    product,
    accounts,
    isThere ? stretch : undefined,
    state.search.gather,
    now,
  )
  const nameAccount = (id: string) => known.find((one) => one.id === id)?.name ?? id
  const ofSims = stretch
    ? [
        ...(isSummedBySim(product) ? [] : planTable(product, sims, stretch, place)),
        ...simTables({
          ...{ product, sims, stretch, place },
          nameAccount: accounts.length > 1 ? nameAccount : undefined,
        }),
      ]
    : []
  const tables = [
    ...(forecast ? [expectedTable(forecast, now)] : []),
    ...dimensionTables(answers, names, place),
    ...ofSims,
    ...(days ? [dayTable(days)] : []),
  ]
  const told = simsTold(sims, stretch !== undefined)
  useEffect(() => onTold(product, tables, told))
  return (
    <section className={classes.product} aria-label={nameProduct(product)}>
      <h2 className={classes.productTitle}>{nameProduct(product)}</h2>
      {isThere && stretch && <SimsProgress {...{ sims, state }} />}
      {tables.map((table) => (
        <TableSection key={table.key} {...{ table, file }} />
      ))}
    </section>
  )
}

/** How far the SIMs are there; of a month of which no day is settled, nothing is told of them. */
function simsTold(
  { found, waits, isTooMany, error, list }: ReturnType<typeof useReportSims>,
  isAsked: boolean,
): SimsTold {
  const hasNone = list.complete && list.count === 0
  if (found || !isAsked || hasNone) return 'there'
  if (waits || isTooMany) return 'waits'
  return error ? 'missing' : 'loading'
}

/** The names of the members of every dimension; one that is not there yet goes by its key. */
function useMemberNames(product: Product, accounts: readonly string[]): MemberNames {
  const key = accounts.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: accounts are as new as what they are
  const asked = useMemo(() => {
    const groupedBy = (dimension: Dimension) =>
      questionOf(product, accounts, groupOf(product, dimension))
    return {
      network: groupedBy('network'),
      fleet: groupedBy('fleet'),
      account: groupedBy('account'),
    }
  }, [product, key])
  const network = usePartNames(asked.network, NO_PARTS)
  const fleet = usePartNames(asked.fleet, NO_PARTS)
  const account = usePartNames(asked.account, NO_PARTS)
  return useMemo(
    () => (dimension, key) => {
      const part = formatPart(key)
      if (part !== key || dimension === 'part' || dimension === 'sim') return part
      if (dimension === 'country') return formatCountry(key)
      return { network, fleet, account }[dimension](key)
    },
    [network, fleet, account],
  )
}

const NO_PARTS: readonly string[] = []

/** A question, as far as names are found by it. */
function questionOf(product: Product, accounts: readonly string[], group: Group | undefined) {
  const interval = { start: new Date(0), end: new Date(0) }
  return {
    ...{ product, accounts, interval, filter: {}, granularity: 'total' as const },
    ...(group ? { group } : {}),
  }
}
