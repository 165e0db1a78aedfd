import type { ReactNode } from 'react'
import { formatShare } from '#usage/bytes.ts'
import { type Comparison, comparedSums } from '#usage/comparison.ts'
import { formatGrowth } from '#usage/comparison-words.ts'
import { formatCostMark, formatDataMark } from '#usage/freshness-words.ts'
import { formatInterval } from '#usage/moment.ts'
import { formatPart } from '#usage/part-names.ts'
import type { Measure, UsageSeries } from '#usage/usage-series.ts'
import { Amount } from './amount.tsx'
import { ProvisionalMark } from './provisional-mark.tsx'
import classes from './usage-figures.module.css'

/** The figures at the top; each that includes provisional usage says so. */
export function UsageFigures({
  series,
  comparison,
  busy,
}: {
  series: UsageSeries
  comparison: Comparison | undefined
  busy: boolean
}) {
  const { data } = series.total
  const mark = formatDataMark(series)
  return (
    <dl className={classes.figures} aria-busy={busy} data-busy={busy}>
      <Figure name="Total data" mark={mark} large>
        <Amount amount={data.total} measure="data" />
        <Growth series={series} comparison={comparison} measure="data" />
      </Figure>
      <Figure name="Download" mark={mark}>
        <Amount amount={data.download} measure="data" />
      </Figure>
      <Figure name="Upload" mark={mark}>
        <Amount amount={data.upload} measure="data" />
      </Figure>
      {series.product === 'super-sim' ? (
        <CostFigures series={series} comparison={comparison} />
      ) : (
        <RoamingFigures series={series} mark={mark} />
      )}
    </dl>
  )
}

/** The parts that are told as shares; by account there are none of them. */
const AWAY = ['nationalRoaming', 'internationalRoaming', 'unattributed']

function RoamingFigures({ series, mark }: { series: UsageSeries; mark: string | undefined }) {
  const { total, parts } = series
  return (
    <>
      {parts
        .filter(({ key }) => AWAY.includes(key))
        .map((part) => (
          <Figure key={part.key} name={formatPart(part.key)} mark={mark}>
            {formatShare(part.total.data.total, total.data.total)}
            <small className={classes.beside}>
              <Amount amount={part.total.data.total} measure="data" />
            </small>
          </Figure>
        ))}
      <Figure name="Commands to SIM" mark={mark}>
        <Amount amount={total.commands.download} measure="commands" />
      </Figure>
      <Figure name="Commands from SIM" mark={mark}>
        <Amount amount={total.commands.upload} measure="commands" />
      </Figure>
    </>
  )
}

/** One figure for each currency: they are never added up. */
function CostFigures({
  series,
  comparison,
}: {
  series: UsageSeries
  comparison: Comparison | undefined
}) {
  const { currencies, total } = series
  const mark = formatCostMark(series)
  if (currencies.length === 0) {
    return (
      <Figure name="Cost" mark={mark} wide>
        –
      </Figure>
    )
  }
  return currencies.map((currency) => (
    <Figure key={currency} name={`Cost in ${currency}`} mark={mark} wide>
      <Amount amount={total.cost.get(currency) ?? 0} measure={{ currency }} />
      <Growth series={series} comparison={comparison} measure={{ currency }} />
    </Figure>
  ))
}

/** By how much what is compared has grown; it need not be all that the figure counts. */
function Growth({
  series,
  comparison,
  measure,
}: {
  series: UsageSeries
  comparison: Comparison | undefined
  measure: Measure
}) {
  if (!comparison) return null
  return (
    <small className={classes.beside}>
      {formatGrowth(comparedSums(series, comparison, measure, 'total'))} vs{' '}
      {formatInterval(comparison.earlier.interval)}
    </small>
  )
}

function Figure({
  name,
  mark,
  large = false,
  wide = large,
  children,
}: {
  name: string
  mark: string | undefined
  large?: boolean
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className={classes.figure} data-large={large} data-wide={wide}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.value}>{children}</span>
        {mark && <ProvisionalMark>{mark}</ProvisionalMark>}
      </dd>
    </div>
  )
}
