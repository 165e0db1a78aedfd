import { OTHERS } from '../question/usage-record.ts'
import { toldOfPart } from './amount-state.ts'
import { type ComparedSums, comparedSums } from './comparison.ts'
import type { ShownUsage } from './shown-usage.ts'
import { amountOf, type SeriesPart } from './usage-series.ts'

/** A part by the measure that is shown. */
export interface RankedPart {
  readonly part: SeriesPart
  /** Its place in the stack, from which its colour follows; undefined where it is among the others. */
  readonly place: number | undefined
  readonly amount: number
  /** The same as it may be told: undefined where a zero only means that its charge is not known. */
  readonly told: number | undefined
  /** Undefined where nothing is compared. */
  readonly sums: ComparedSums | undefined
}

type RankedUsage = Pick<ShownUsage, 'series' | 'measure' | 'direction' | 'comparison'>

/** The parts of a stack, largest first by what is shown; what the others come to is last. */
export function rankParts(shown: RankedUsage): RankedPart[] {
  return rank(shown, shown.series.parts)
}

/** The parts that the others of a stack stand for, largest first, as far as they are told apart. */
export function rankOthers(shown: RankedUsage): RankedPart[] {
  return rank(shown, shown.series.rest)
}

function rank(
  { series, measure, direction, comparison }: RankedUsage,
  parts: readonly SeriesPart[],
): RankedPart[] {
  return parts
    .map((part): RankedPart => {
      const place = series.parts.indexOf(part)
      return {
        part,
        place: place === -1 ? undefined : place,
        amount: amountOf(part.total, measure, direction),
        told: toldOfPart(part, measure, direction),
        sums: comparison && comparedSums(comparison, measure, direction, part.key),
      }
    })
    .sort(
      (a, b) =>
        Number(a.part.key === OTHERS) - Number(b.part.key === OTHERS) || b.amount - a.amount,
    )
}
