import { memo } from 'react'
import { factsOf } from '#usage/kore/products.ts'
import type { Comparison } from '#usage/series/comparison.ts'
import { costPerGigabyte } from '#usage/series/series-cost.ts'
import { amountOf, type Measure, type UsageSeries } from '#usage/series/usage-series.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { formatWholeGrowth } from '#usage/words/comparison-words.ts'
import { formatPart } from '#usage/words/part-names.ts'
import { formatMark, formatNoCharge } from '#usage/words/series-words.ts'
import { Amount } from '../amount.tsx'
import { GigabytePrice } from '../gigabyte-price.tsx'
import { Beside, Figure, Figures } from './figures.tsx'

/** The figures at the top; each that includes provisional usage says so. */
export const UsageFigures = memo(function UsageFigures({
  series,
  comparison,
  busy,
}: {
  series: UsageSeries
  comparison: Comparison | undefined
  busy: boolean
}) {
  const { data } = series.total
  const mark = formatMark(series, 'data')
  return (
    <Figures busy={busy}>
      <Figure name="Total data" mark={mark} large>
        <Amount amount={data.total} measure="data" />
        <Growth comparison={comparison} measure="data" />
      </Figure>
      <Figure name="Download" mark={mark}>
        <Amount amount={data.download} measure="data" />
      </Figure>
      <Figure name="Upload" mark={mark}>
        <Amount amount={data.upload} measure="data" />
      </Figure>
      {factsOf(series.product).tellsRoaming && <RoamingFigures series={series} mark={mark} />}
      <CostFigures series={series} comparison={comparison} />
    </Figures>
  )
})

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
            <Beside>
              <Amount amount={part.total.data.total} measure="data" />
            </Beside>
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
  if (currencies.length === 0) {
    return (
      <Figure name="Cost" mark={formatNoCharge(series)} wide>
        –
      </Figure>
    )
  }
  return currencies.map((currency) => (
    <Figure
      key={currency}
      name={`Cost in ${currency}`}
      mark={formatMark(series, { currency })}
      wide
    >
      <Amount amount={total.cost.get(currency) ?? 0} measure={{ currency }} />
      <CostPerGigabyte series={series} currency={currency} />
      <ChargedApart series={series} currency={currency} />
      <Growth comparison={comparison} measure={{ currency }} />
    </Figure>
  ))
}

/** What data and what Commands cost, where both are charged. */
function ChargedApart({ series: { total }, currency }: { series: UsageSeries; currency: string }) {
  const ofCommands = amountOf(total, { currency, of: 'commands' }, 'total')
  if (!total.commandsCost.has(currency)) return null
  return (
    <Beside>
      data{' '}
      <Amount amount={amountOf(total, { currency, of: 'data' }, 'total')} measure={{ currency }} />,
      Commands <Amount amount={ofCommands} measure={{ currency }} />
    </Beside>
  )
}

/** What a gigabyte costs, of those that are charged in full. */
function CostPerGigabyte({ series, currency }: { series: UsageSeries; currency: string }) {
  const gigabyte = costPerGigabyte(series, series.parts, currency)
  if (!gigabyte) return null
  return (
    <Beside>
      <GigabytePrice {...{ gigabyte, currency }} unit=" a GB" />
    </Beside>
  )
}

/** By how much what is compared has grown, and what of the figure that is where it is not all. */
function Growth({ comparison, measure }: { comparison: Comparison | undefined; measure: Measure }) {
  if (!comparison) return null
  return <Beside>{formatWholeGrowth(comparison, measure)}</Beside>
}
