import type { ReactNode } from 'react'
import { Amount } from '#components/amount.tsx'
import { ProvisionalMark } from '#components/notices/provisional-mark.tsx'
import type { PriceLine, ReportLine } from '#usage/report/report-lines.ts'
import type { ReportMonth } from '#usage/report/report-month.ts'
import type { ComparedSums } from '#usage/series/comparison.ts'
import { formatComparedGrowth } from '#usage/words/comparison-words.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { nameMonth, nameProduct } from '#usage/words/report/report-words.ts'
import { formatGigabyteBasis } from '#usage/words/series-words.ts'
import classes from './report.module.css'

/** The largest numbers of a report: of all its products together, and the price of a gigabyte of each. */
export function ReportFigures({
  lines,
  prices,
  month,
  busy,
}: {
  lines: readonly ReportLine[]
  prices: readonly PriceLine[]
  month: ReportMonth
  busy: boolean
}) {
  const whole = lines.some(({ product }) => product === 'all')
  const shown = whole ? lines.filter(({ product }) => product === 'all') : lines
  return (
    <dl className={classes.figures} aria-busy={busy} data-busy={busy}>
      {shown.map(({ measure, amount, state, before, yearBefore }) => (
        <ReportFigure
          key={nameMeasure(measure, 'total')}
          name={nameMeasure(measure, 'total')}
          mark={state === 'final' ? undefined : 'so far, not final'}
          amount={amount === undefined ? '–' : <Amount amount={amount} measure={measure} />}
        >
          <Growth sums={before} name={nameMonth(month.before)} />
          <Growth sums={yearBefore} name={nameMonth(month.yearBefore)} />
        </ReportFigure>
      ))}
      {prices.map(({ product, currency, state, now }) => (
        <ReportFigure
          key={`${product} ${currency}`}
          name={`Cost of a GB, ${nameProduct(product)}`}
          mark={formatGigabyteBasis(now) ?? (state === 'final' ? undefined : 'so far, not final')}
          amount={<Amount amount={now.cost} measure={{ currency }} />}
        />
      ))}
    </dl>
  )
}

/** One figure; one that is not final says so. */
function ReportFigure({
  name,
  mark,
  amount,
  children,
}: {
  name: string
  mark: string | undefined
  amount: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.amount}>{amount}</span>
        {children}
        {mark && <ProvisionalMark>{mark}</ProvisionalMark>}
      </dd>
    </div>
  )
}

/** By how much something has grown since a month before. */
function Growth({ sums, name }: { sums: ComparedSums | undefined; name: string }) {
  const words = sums ? `${formatComparedGrowth(sums)} vs` : 'not known vs'
  return (
    <small className={classes.growth}>
      {words} {name}
    </small>
  )
}
