import type { ReactNode } from 'react'
import { comparedSums } from '#usage/series/comparison.ts'
import { type RankedPart, rankParts } from '#usage/series/ranked-parts.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import { amountOf } from '#usage/series/usage-series.ts'
import { formatShare } from '#usage/words/bytes.ts'
import { formatGrowth, formatPartCompared } from '#usage/words/comparison-words.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import type { ChartShape } from './chart-legend.tsx'
import { LineSwatch, PartSwatch } from './part-swatch.tsx'
import classes from './ranked-legend.module.css'

/** The parts of a chart, largest first: pointing at one lights it, a click shows it alone, another brings all back. */
export function RankedLegend({
  shape,
  onLight,
  onIsolate,
  leadOn,
  ...shown
}: ShownUsage & {
  shape: ChartShape
  /** Called with the part that is pointed at; undefined for none. */
  onLight: (key: string | undefined) => void
  /** Called with the part that is to be shown alone; undefined for all. */
  onIsolate: (key: string | undefined) => void
  /** Where a part leads to. */
  leadOn: (key: string) => ReactNode
}) {
  const ranked = rankParts(shown)
  const largest = Math.max(...ranked.map(({ amount }) => amount))
  const { comparison, measure } = shown
  const counted = comparison && formatPartCompared(comparison, measure)
  const isCompared = comparison && comparedSums(comparison, measure, 'total') !== undefined
  return (
    <div>
      <ol
        className={classes.parts}
        aria-label="Parts"
        data-compared={shown.comparison !== undefined}
      >
        {ranked.map((one) => (
          <li key={one.part.key} data-off={shown.only !== undefined && shown.only !== one.part.key}>
            <button
              type="button"
              className={classes.part}
              data-printed
              aria-pressed={shown.only === one.part.key}
              onClick={() => onIsolate(shown.only === one.part.key ? undefined : one.part.key)}
              onPointerEnter={() => onLight(one.part.key)}
              onPointerLeave={() => onLight(undefined)}
              onFocus={() => onLight(one.part.key)}
              onBlur={() => onLight(undefined)}
            >
              <PartLine {...{ one, shown, shape, largest }} />
            </button>
            <span className={classes.lead}>{leadOn(one.part.key)}</span>
          </li>
        ))}
      </ol>
      {counted && (
        <p className={classes.counted}>
          {isCompared ? `Growth is of ${counted}` : 'Nothing to compare'}
        </p>
      )}
    </div>
  )
}

function PartLine({
  one: { part, place = 0, amount, told, sums },
  shown: { series, measure, direction, names },
  shape,
  largest,
}: {
  one: RankedPart
  shown: ShownUsage
  shape: ChartShape
  largest: number
}) {
  const Swatch = shape === 'lines' ? LineSwatch : PartSwatch
  const name = names(part.key)
  return (
    <>
      <Swatch index={place} partKey={part.key} />
      <span className={classes.name} title={name}>
        {name}
        {part.members > 1 && ` (${part.members})`}
      </span>{' '}
      <span className={classes.amount}>
        {told === undefined ? '–' : formatAmount(told, measure)}
      </span>{' '}
      <span className={classes.share}>
        {told !== undefined && formatShare(told, amountOf(series.total, measure, direction))}
      </span>{' '}
      {sums && <span className={classes.change}>{formatGrowth(sums)}</span>}
      <span
        className={classes.bar}
        style={{ width: `${Math.max(0, (amount / largest) * 100)}%` }}
        aria-hidden
      />
    </>
  )
}
