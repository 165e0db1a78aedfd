import { addMoney } from '../question/money.ts'
import { type Direction, isNoFlow } from '../question/usage-record.ts'
import type { Measure } from '../series/usage-series.ts'
import { type CostSplit, NO_SPLIT, splitCost } from './cost-split.ts'
import type { ComparedMember, MemberUsage } from './member-usage.ts'

/** What a member has to do with a difference. */
export interface ChangeCause {
  readonly key: string
  /** `new`: it used nothing before. `gone`: it used something before, and nothing now. */
  readonly kind: 'changed' | 'new' | 'gone'
  /** Undefined where a charge is missing: what has none did not cost nothing. */
  readonly later: number | undefined
  readonly earlier: number | undefined
  readonly change: number | undefined
  /** Of money whose change is known. */
  readonly split?: CostSplit
}

/** A difference by the members of one dimension; their changes add up to it exactly. */
export interface ExplainedChange {
  /** Largest change first, up or down; those that are not known are last. */
  readonly causes: readonly ChangeCause[]
  /** Undefined where that of a member is not known, as the change is. */
  readonly later: number | undefined
  readonly earlier: number | undefined
  readonly change: number | undefined
  /** Of money alone. */
  readonly split?: CostSplit
  /** Of how many members the change is not known. */
  readonly unknown: number
}

/**
 * Which members explain the difference of a measure between two periods. Those that used nothing in both
 * are left out; of money those are, too, that are charged in another currency alone.
 */
export function explainChange(
  members: readonly ComparedMember[],
  measure: Measure,
  direction: Direction = 'total',
): ExplainedChange {
  const causes = members
    .filter((member) => counts(member, measure))
    .map((member) => causeOf(member, measure, direction))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1))
  return { causes, ...sumCauses(causes, measure) }
}

/** What some causes come to together. */
export function sumCauses(
  causes: readonly ChangeCause[],
  measure: Measure,
): Omit<ExplainedChange, 'causes'> {
  const isMoney = typeof measure === 'object'
  const add = isMoney ? addMoney : (a: number, b: number) => a + b
  const sumOf = (amountOf: (cause: ChangeCause) => number | undefined) =>
    causes.reduce<number | undefined>((sum, cause) => {
      const amount = amountOf(cause)
      return sum === undefined || amount === undefined ? undefined : add(sum, amount)
    }, 0)
  const unknown = causes.filter(({ change }) => change === undefined).length
  return {
    later: sumOf(({ later }) => later),
    earlier: sumOf(({ earlier }) => earlier),
    change: sumOf(({ change }) => change),
    ...(isMoney && unknown === 0 ? { split: sumSplits(causes) } : {}),
    unknown,
  }
}

function causeOf(
  { key, later, earlier }: ComparedMember,
  measure: Measure,
  direction: Direction,
): ChangeCause {
  const kind = isUnused(earlier) ? 'new' : isUnused(later) ? 'gone' : 'changed'
  if (typeof measure !== 'object') {
    const [now, before] = [later[measure][direction], earlier[measure][direction]]
    return { key, kind, later: now, earlier: before, change: now - before }
  }
  const [now, before] = [costOf(later, measure.currency), costOf(earlier, measure.currency)]
  if (now === undefined || before === undefined) {
    return { key, kind, later: now, earlier: before, change: undefined }
  }
  return {
    ...{ key, kind, later: now, earlier: before, change: addMoney(now, -before) },
    split: splitCost(later, earlier, measure.currency),
  }
}

/** What it cost in a currency; undefined where a charge is missing. */
function costOf({ dataCost, commandsCost, charged }: MemberUsage, currency: string) {
  if (!charged) return undefined
  return addMoney(dataCost.get(currency) ?? 0, commandsCost.get(currency) ?? 0)
}

function counts({ later, earlier }: ComparedMember, measure: Measure): boolean {
  if (typeof measure !== 'object') {
    return !isNoFlow(later[measure]) || !isNoFlow(earlier[measure])
  }
  const currencies = [later, earlier].flatMap(({ dataCost, commandsCost }) => [
    ...dataCost.keys(),
    ...commandsCost.keys(),
  ])
  if (currencies.includes(measure.currency)) {
    // Something may be charged though nothing was used.
    const isFree = [later, earlier].every((usage) => costOf(usage, measure.currency) === 0)
    return !isUnused(later) || !isUnused(earlier) || !isFree
  }
  // What has no charge at all may be charged in any currency.
  return currencies.length === 0 && !(later.charged && earlier.charged)
}

function isUnused({ data, commands }: MemberUsage): boolean {
  return isNoFlow(data) && isNoFlow(commands)
}

/** What is not known is smaller than all that is. */
function sizeOf({ change }: ChangeCause): number {
  return change === undefined ? -1 : Math.abs(change)
}

function sumSplits(causes: readonly ChangeCause[]): CostSplit {
  return causes.reduce<CostSplit>(
    (sum, { split = NO_SPLIT }) => ({
      usedMore: addMoney(sum.usedMore, split.usedMore),
      costMore: addMoney(sum.costMore, split.costMore),
      other: addMoney(sum.other, split.other),
      isPriced: sum.isPriced || split.isPriced,
    }),
    { ...NO_SPLIT, isPriced: causes.length === 0 },
  )
}
