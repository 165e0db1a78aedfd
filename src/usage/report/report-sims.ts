import { addMoney } from '../question/money.ts'
import { amountsCharge } from '../sims/amounts-charge.ts'
import { shareUsed, type UsedLimit } from '../sims/data-limit.ts'
import type { SimAmounts } from '../sims/sim-sums.ts'
import { STEP } from '../sims/step.ts'

/** A SIM in the settled days of a month, and in those that they are held against. */
export interface ReportedSim<T> {
  readonly sim: T
  readonly later: SimAmounts
  readonly earlier: SimAmounts
  /** Its limits, as far as the days of the month have used them up; undefined where they are not known. */
  readonly limits: readonly UsedLimit[] | undefined
}

/** SIMs in an order, and how many there are of them in all. */
export interface RankedSims<T> {
  readonly sims: readonly ReportedSim<T>[]
  readonly count: number
}

/** What a report tells of single SIMs. */
export interface SimsOfReport<T> {
  readonly used: RankedSims<T>
  readonly grew: RankedSims<T>
  /** By currency; each is empty where no SIM was charged in it. */
  readonly cost: ReadonlyMap<string, RankedSims<T>>
  readonly costGrew: ReadonlyMap<string, RankedSims<T>>
  /** Over a limit in the month, the one that is furthest beyond first. */
  readonly over: RankedSims<T>
  /** Used in the days before, and not in those of the month. */
  readonly silent: RankedSims<T>
  /** How many of them were used, and of how many of these a charge is missing on either side. */
  readonly count: number
  readonly uncharged: number
  /** How many have limits that are not known. */
  readonly unlimitedUnknown: number
}

/** So many cost most, and so many grew most. */
export const TOP_SIMS = 10

/** Of those over a limit and of the silent ones so many are told one by one. */
const MOST_TOLD = 500

/** What is charged of a SIM in a currency; undefined where a charge is missing. */
export function knownCostOf(amounts: SimAmounts, currency: string): number | undefined {
  return amountsCharge(amounts, true) === 'charged' ? (amounts.cost.get(currency) ?? 0) : undefined
}

/** The limit that is furthest beyond; undefined where none is used up. */
export function overshotLimit({ limits = [] }: Pick<ReportedSim<unknown>, 'limits'>) {
  return limits
    .filter((limit) => shareUsed(limit) >= 1)
    .toSorted((a, b) => shareUsed(b) - shareUsed(a))[0]
}

/** Looks at every SIM once, in steps. */
export function* rankReportedSims<T>(
  sims: Iterable<ReportedSim<T>>,
): Generator<void, SimsOfReport<T>> {
  const rankings = new Map<string, Ranking<T>>()
  const rank = (kind: string, most: number, sim: ReportedSim<T>, weight: number | undefined) => {
    const ranking = rankings.get(kind) ?? new Ranking<T>(most)
    rankings.set(kind, ranking)
    if (weight !== undefined && weight > 0) ranking.add(sim, weight)
  }
  const currencies = new Set<string>()
  let [looked, count, uncharged, unlimitedUnknown] = [0, 0, 0, 0]
  for (const one of sims) {
    looked += 1
    if (looked % STEP === 0) yield
    const { later, earlier, limits } = one
    rank('used', TOP_SIMS, one, later.data.total)
    rank('grew', TOP_SIMS, one, later.data.total - earlier.data.total)
    const overshot = overshotLimit(one)
    rank('over', MOST_TOLD, one, overshot && shareUsed(overshot))
    rank('silent', MOST_TOLD, one, isUsed(later) ? 0 : earlier.data.total + earlier.commands)
    if (!isUsed(later) && !isUsed(earlier)) continue
    count += 1
    if (!limits) unlimitedUnknown += 1
    if ([later, earlier].some((amounts) => amountsCharge(amounts, true) !== 'charged'))
      uncharged += 1
    for (const currency of new Set([...later.cost.keys(), ...earlier.cost.keys()])) {
      currencies.add(currency)
      const [now, before] = [knownCostOf(later, currency), knownCostOf(earlier, currency)]
      // What is known of it is no less than this.
      rank(`cost ${currency}`, TOP_SIMS, one, later.cost.get(currency))
      const growth = now === undefined || before === undefined ? 0 : addMoney(now, -before)
      rank(`costGrew ${currency}`, TOP_SIMS, one, growth)
    }
  }
  const ranked = (kind: string) => rankings.get(kind)?.ranked() ?? { sims: [], count: 0 }
  const byCurrency = (kind: string) =>
    new Map([...currencies].sort().map((currency) => [currency, ranked(`${kind} ${currency}`)]))
  return {
    ...{
      used: ranked('used'),
      grew: ranked('grew'),
      over: ranked('over'),
      silent: ranked('silent'),
    },
    ...{ cost: byCurrency('cost'), costGrew: byCurrency('costGrew') },
    ...{ count, uncharged, unlimitedUnknown },
  }
}

function isUsed({ data, commands }: SimAmounts): boolean {
  return data.total > 0 || commands > 0
}

/** Keeps the heaviest of many: more than twice as many as are wanted are never sorted. */
class Ranking<T> {
  readonly #most: number
  #kept: { readonly sim: ReportedSim<T>; readonly weight: number }[] = []
  #count = 0

  constructor(most: number) {
    this.#most = most
  }

  add(sim: ReportedSim<T>, weight: number): void {
    this.#count += 1
    this.#kept.push({ sim, weight })
    if (this.#kept.length > 2 * this.#most) this.#cut()
  }

  #cut(): void {
    this.#kept = this.#kept.sort((a, b) => b.weight - a.weight).slice(0, this.#most)
  }

  ranked(): RankedSims<T> {
    this.#cut()
    return { sims: this.#kept.map(({ sim }) => sim), count: this.#count }
  }
}
