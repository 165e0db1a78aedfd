import { addMoney, roundMoney } from '../question/money.ts'
import type { MemberUsage } from './member-usage.ts'

/** What a change of cost is made of; the three add up to it to the millionth. */
export interface CostSplit {
  /** What more data, or less, makes: its change at the mean of both prices. */
  readonly usedMore: number
  /** What a dearer gigabyte, or a cheaper one, makes: the change of its price at the mean of both amounts. */
  readonly costMore: number
  /** What is neither: the cost of Commands, and of data whose price cannot be told. */
  readonly other: number
  /** Whether there is a price, so that the two effects are told; without, they are nothing. */
  readonly isPriced: boolean
}

export const NO_SPLIT: CostSplit = { usedMore: 0, costMore: 0, other: 0, isPriced: true }

/** What the split is made from. */
type PricedUsage = Pick<MemberUsage, 'data' | 'dataCost' | 'commandsCost'>

/**
 * Splits a change of cost into "used more" and "cost more per GB", after Bennet (1920): each effect is
 * weighed with the mean of both periods. So neither period is the base, seen the other way round both
 * effects change their sign and nothing else, and no product of the two is left over. A member without
 * data in one of the periods had no price then: all of it is "used more".
 *
 * Where data is charged in several currencies, which bytes cost what is not told: then there is no price.
 */
export function splitCost(later: PricedUsage, earlier: PricedUsage, currency: string): CostSplit {
  const costIn = ({ dataCost }: PricedUsage) => dataCost.get(currency) ?? 0
  const commandsIn = ({ commandsCost }: PricedUsage) => commandsCost.get(currency) ?? 0
  const ofData = addMoney(costIn(later), -costIn(earlier))
  const ofCommands = addMoney(commandsIn(later), -commandsIn(earlier))
  const prices = [later, earlier].map((usage) => priceOf(usage, currency))
  const [now = prices[1], before = prices[0]] = prices
  const isUnpriced = [later, earlier].some((usage) => usage.data.total <= 0 && costIn(usage) !== 0)
  const currencies = new Set([...later.dataCost.keys(), ...earlier.dataCost.keys()])
  if (now === undefined || before === undefined || isUnpriced || currencies.size > 1) {
    const isUnused = later.data.total === 0 && earlier.data.total === 0 && ofData === 0
    return { ...NO_SPLIT, other: addMoney(ofData, ofCommands), isPriced: isUnused }
  }
  const usedMore = roundMoney(((later.data.total - earlier.data.total) * (now + before)) / 2)
  return { usedMore, costMore: addMoney(ofData, -usedMore), other: ofCommands, isPriced: true }
}

/** What a byte costs; undefined where there is none. */
function priceOf({ data, dataCost }: PricedUsage, currency: string): number | undefined {
  return data.total > 0 ? (dataCost.get(currency) ?? 0) / data.total : undefined
}
