import { Amount } from '#components/amount.tsx'
import { Figure, Figures } from '#components/page/figures.tsx'
import type { PriceLine, ReportLine } from '#usage/report/report-lines.ts'
import type { ReportMonth } from '#usage/report/report-month.ts'
import type { ComparedSums } from '#usage/series/comparison.ts'
import { durationOf, type Interval, MILLISECONDS_PER_DAY } from '#usage/time/interval.ts'
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
              <Growth sums={before} of={month.interval} name={nameMonth(month.before)} />
              <Growth sums={yearBefore} of={month.interval} name={nameMonth(month.yearBefore)} />
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

/** By how much something has grown since a month before, and in how many of its days where that is not all of it. */
function Growth({
  sums,
  of,
  name,
}: {
  sums: ComparedSums | undefined
  of: Interval
  name: string
}) {
  if (!sums) return <small className={classes.growth}>not known vs {name}</small>
  const [compared, all] = [sums.laterDuration, durationOf(of)].map(
    (duration) => duration / MILLISECONDS_PER_DAY,
  )
  return (
    <small className={classes.growth}>
      {formatComparedGrowth(sums)} {compared !== all && `(${compared} of ${all} days) `}vs {name}
    </small>
  )
}
