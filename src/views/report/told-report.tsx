import { useCallback, useEffect, useRef, useState } from 'react'
import type { Product } from '#usage/kore/products.ts'
import { priceLines, reportLines } from '#usage/report/report-lines.ts'
import { comparedStretch } from '#usage/report/report-month.ts'
import { type ReportStanding, reportStanding } from '#usage/report/report-standing.ts'
import { SPLIT_NOTE } from '#usage/words/report/cause-words.ts'
import { MissingNotice } from '../common/missing-notice.tsx'
import { idsOf } from '../common/use-chosen-accounts.ts'
import { accountTable } from './account-table.tsx'
import type { AskedReport } from './asked-report.ts'
import { ProductSection, type SimsTold } from './product-section.tsx'
import classes from './report.module.css'
import { ReportExport } from './report-export.tsx'
import { ReportFigures } from './report-figures.tsx'
import type { ReportTable } from './report-table.tsx'
import { StandingNotice } from './standing-notice.tsx'
import { TableSection } from './table-section.tsx'
import { totalsTable } from './totals-table.tsx'
import { UnknownSection } from './unknown-section.tsx'
import type { ProductReport } from './use-product-report.ts'

interface ToldReportProps {
  readonly asked: AskedReport
  readonly reports: readonly ProductReport[]
  /** Those of them that an account has. */
  readonly open: readonly ProductReport[]
}

/** A report of which something is there. */
export function ToldReport({ asked, reports, open }: ToldReportProps) {
  const { month, chosen, account, now, state, onStanding } = asked
  const { simsTold, ownTables, onTold } = useToldSections()
  const standing = standingOf(open, simsTold, asked)
  useEffect(() => onStanding(standing.kind), [onStanding, standing.kind])
  const answers = open.map((report) => report.answers)
  const errors = open.flatMap((report) => report.errors)
  const fetching = open.some((report) => report.fetching)
  const retry = () => retryAll(open)
  const place = { month: month.interval, account }
  const file = { month: month.interval, accounts: idsOf(chosen), standing }
  const [lines, prices] = [reportLines(answers, month, now), priceLines(answers)]
  const shared = [
    totalsTable(lines, prices, month, place, comparedOf(open, asked)),
    ...accountTable(answers, (id) => chosen.find((one) => one.id === id)?.name ?? id),
  ]
  const tables = () => [
    ...shared,
    ...open.flatMap(({ product }) => ownTables.current.get(product) ?? []),
  ]
  return (
    <>
      <StandingNotice {...{ standing, now, fetching, retry }} />
      <MissingNotice
        label="Missing part"
        title="Some of the report could not be loaded."
        action="Load it again"
        errors={errors}
        retrying={fetching}
        onRetry={retry}
      />
      <div className={classes.controls} data-screen-only>
        <ReportExport title="the whole report" fileTitle="" {...{ file, tables }} />
      </div>
      <ReportFigures {...{ lines, prices, month }} busy={standing.kind === 'loading'} />
      <UnknownSection {...{ reports, simsTold, month, standing, now }} />
      {shared.map((table) => (
        <TableSection key={table.key} {...{ table, file }} />
      ))}
      {open.map((report) => (
        <ProductSection key={report.product} {...{ report, place, file, now, state, onTold }} />
      ))}
      <small>{SPLIT_NOTE}</small>
    </>
  )
}

/** Asks again for what could not be read. */
export function retryAll(reports: readonly ProductReport[]): void {
  for (const { retry } of reports) retry()
}

/** Learns from each product's section its tables, and how far its SIMs are there. */
function useToldSections() {
  const [simsTold, setSimsTold] = useState<ReadonlyMap<Product, SimsTold>>(new Map())
  const ownTables = useRef(new Map<Product, readonly ReportTable[]>())
  const onTold = useCallback((product: Product, tables: readonly ReportTable[], told: SimsTold) => {
    ownTables.current.set(product, tables)
    setSimsTold((before) =>
      before.get(product) === told ? before : new Map(before).set(product, told),
    )
  }, [])
  return { simsTold, ownTables, onTold }
}

/** Everything of the month of which a number stands in the report counts. */
function standingOf(
  open: readonly ProductReport[],
  simsTold: ReadonlyMap<Product, SimsTold>,
  { month, now }: AskedReport,
): ReportStanding {
  const told = [...simsTold.values()]
  return reportStanding(
    {
      month: month.interval,
      series: open.flatMap(({ answers: { days, dimensions } }) => [
        ...(days ? [days] : []),
        ...dimensions.flatMap((one) => (one.month?.complete ? one.month : [])),
      ]),
      loading:
        open.some(({ loading }) => loading) ||
        // A section that has said nothing yet has not begun.
        told.length < open.length ||
        told.includes('loading'),
      failed:
        told.includes('missing') ||
        open.some(({ errors, answers }) => errors.length > 0 || answers.days === undefined),
    },
    now,
  )
}

/** What all products are held against the month before by. */
function comparedOf(open: readonly ProductReport[], { month, now }: AskedReport) {
  const products = open.map(({ product }) => product)
  return comparedStretch(month.interval, month.before, products, now)
}
