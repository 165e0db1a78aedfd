import { memo, type ReactNode } from 'react'
import { factsOf } from '#usage/kore/products.ts'
import type { Direction } from '#usage/question/usage-record.ts'
import type { Comparison } from '#usage/series/comparison.ts'
import { costPerGigabyte } from '#usage/series/series-cost.ts'
import { amountOf, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import { formatWholeGrowth } from '#usage/words/comparison-words.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { formatGigabyteBasis, formatMark, formatNoCharge } from '#usage/words/series-words.ts'
import { Amount } from '../amount.tsx'
import { FigureRow, type FigureTab, InfoFigure } from './figure-row.tsx'

interface UsageFiguresProps {
  readonly series: UsageSeries
  readonly comparison: Comparison | undefined
  readonly direction: Direction
  /** What can be shown, one figure for each; costs of several currencies are never added up. */
  readonly measures: readonly Measure[]
  readonly shown: Measure
  readonly busy: boolean
  /** The id of the chart. */
  readonly controls: string
  readonly onShow: (measure: Measure) => void
  /** Figures beside those of the range. */
  readonly children?: ReactNode
}

/** The figures at the top, which choose what the chart shows; each that is not final says so. */
export const UsageFigures = memo(function UsageFigures(props: UsageFiguresProps) {
  const { series, measures, shown, busy, controls, onShow, children } = props
  return (
    <FigureRow
      label="What the chart shows"
      figures={measures.map((measure) => figureOf(measure, props))}
      value={wordOf(shown)}
      controls={controls}
      busy={busy}
      onChange={(word) => {
        const measure = measures.find((one) => wordOf(one) === word)
        if (measure) onShow(measure)
      }}
    >
      {series.currencies.length === 0 && (
        <InfoFigure name="Cost" mark={formatNoCharge(series)} amount="–" />
      )}
      <GigabyteFigure series={series} />
      {children}
    </FigureRow>
  )
})

function wordOf(measure: Measure): string {
  return typeof measure === 'object' ? measure.currency : measure
}

function figureOf(
  measure: Measure,
  { series, comparison, direction }: UsageFiguresProps,
): FigureTab<string> {
  const name = nameMeasure(measure, direction)
  return {
    value: wordOf(measure),
    name: name === 'Data' ? 'Total data' : name,
    mark: formatMark(series, measure),
    amount: <Amount amount={amountOf(series.total, measure, direction)} measure={measure} />,
    beside: comparison ? (
      <Growth {...{ comparison, measure, direction }} />
    ) : (
      <Apart {...{ series, measure, direction }} />
    ),
  }
}

/** By how much what is compared has grown, and what of the figure that is where it is not all. */
function Growth({
  comparison,
  measure,
  direction,
}: {
  comparison: Comparison
  measure: Measure
  direction: Direction
}) {
  const words = formatWholeGrowth(comparison, measure, direction)
  return <span title={words}>{words}</span>
}

/** What a figure is made of: the two ways that it flows, or what is charged apart. */
function Apart({
  series: { total, product },
  measure,
  direction,
}: {
  series: UsageSeries
  measure: Measure
  direction: Direction
}) {
  if (typeof measure === 'object') {
    if (measure.of || !total.commandsCost.has(measure.currency)) return null
    const of = (part: 'data' | 'commands') => ({ ...measure, of: part })
    return (
      <>
        data <Amount amount={amountOf(total, of('data'), direction)} measure={measure} />, Commands{' '}
        <Amount amount={amountOf(total, of('commands'), direction)} measure={measure} />
      </>
    )
  }
  if (direction !== 'total' || (measure === 'commands' && !factsOf(product).tellsCommands))
    return null
  const [down, up] = measure === 'data' ? ['down', 'up'] : ['to SIM', 'from SIM']
  return (
    <>
      <Amount amount={total[measure].download} measure={measure} /> {down},{' '}
      <Amount amount={total[measure].upload} measure={measure} /> {up}
    </>
  )
}

/** What a gigabyte costs, of those that are charged in full. */
function GigabyteFigure({ series }: { series: UsageSeries }) {
  const [currency = ''] = series.currencies
  const gigabyte = costPerGigabyte(series, series.parts, currency)
  if (!gigabyte) return null
  return (
    <InfoFigure
      name="Cost of a GB"
      mark={undefined}
      amount={<Amount amount={gigabyte.cost} measure={{ currency }} />}
      beside={formatGigabyteBasis(gigabyte)}
    />
  )
}
