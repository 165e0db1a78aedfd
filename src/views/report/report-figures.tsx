import { Amount } from '#components/amount.tsx'
import { Figure, Figures } from '#components/page/figures.tsx'
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
    <Figures busy={busy}>
      {shown.map(({ measure, amount, state, before, yearBefore }) => (
        <Figure
          key={nameMeasure(measure, 'total')}
          name={nameMeasure(measure, 'total')}
          mark={state === 'final' ? undefined : 'so far, not final'}
          beneath={
            <>
              <Growth sums={before} name={nameMonth(month.before)} />
              <Growth sums={yearBefore} name={nameMonth(month.yearBefore)} />
            </>
          }
        >
          {amount === undefined ? '–' : <Amount amount={amount} measure={measure} />}
        </Figure>
      ))}
      {prices.map(({ product, currency, state, now }) => (
        <Figure
          key={`${product} ${currency}`}
          name={`Cost of a GB, ${nameProduct(product)}`}
          mark={formatGigabyteBasis(now) ?? (state === 'final' ? undefined : 'so far, not final')}
        >
          <Amount amount={now.cost} measure={{ currency }} />
        </Figure>
      ))}
    </Figures>
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
