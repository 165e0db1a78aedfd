import { PRODUCTS, type Product, type UpstreamGroup } from '../kore/products.ts'
import { keptStart, retentionStart } from '../kore/retention.ts'
import type { BillingMonths } from '../time/billing-month.ts'
import {
  alignToBuckets,
  automaticGranularity,
  GRANULARITIES,
  type Granularity,
} from '../time/granularity.ts'
import { durationOf, type Interval } from '../time/interval.ts'
import { isBillingRange, resolveRange, type TimeRange } from '../time/time-range.ts'
import { fitsGranularity } from './longest-view.ts'
import type { RankedBy } from './ranked-by.ts'
import { MOST_QUESTIONS, singleFilters, type UsageFilter } from './usage-filter.ts'

/** What usage can be told apart by; of Programmable Wireless, accounts alone. */
export type Group = UpstreamGroup | 'account'

export const GROUPS: readonly Group[] = [...PRODUCTS['super-sim'].groups, 'account']

/** What somebody asks for, in their words: the range may be relative, the granularity left open. */
export interface UsageQuestion {
  readonly product: Product
  /** Ids of the accounts whose usage is added up. */
  readonly accounts: readonly string[]
  readonly filter: UsageFilter
  readonly group?: Group
  /** What the members of the group that are told apart are the largest by; data without. */
  readonly rankedBy?: RankedBy
  readonly range: TimeRange
  readonly granularity: Granularity | 'auto'
  /** When billing months begin; calendar months without. */
  readonly billingMonths?: BillingMonths
  /** Whether nothing beyond the range may be asked for, though other questions could share it. */
  readonly exact?: boolean
}

/** A question made absolute: its interval lies on bucket boundaries of its granularity. */
export interface UsageQuery {
  readonly product: Product
  readonly accounts: readonly string[]
  readonly filter: UsageFilter
  readonly group?: Group
  /** What the largest members are the largest by; data without. */
  readonly rankedBy?: RankedBy
  /** The members of the group that are told apart, by the keys of their parts; the largest without. */
  readonly members?: readonly string[]
  readonly interval: Interval
  readonly granularity: Granularity
  readonly exact?: boolean
}

/** Why a question has no answer, whatever requests are made for it. */
export type QueryProblem =
  | {
      readonly kind: 'tooLong'
      readonly granularity: Granularity
      readonly fits: Granularity
    }
  | { readonly kind: 'beyondRetention'; readonly retentionStart: Date }
  | { readonly kind: 'inFuture' }
  /** Different periods are not added up under one name. */
  | { readonly kind: 'billingMonthsDiffer'; readonly days: readonly number[] }
  /** A fleet or a SIM is of one account. */
  | { readonly kind: 'manyAccounts'; readonly filter: 'fleet' | 'sim' }
  /** Every value of one filter is asked for with every value of the others. */
  | { readonly kind: 'manyValues'; readonly questions: number }

/** What a question's words mean now, and whether it can be answered. */
export type ResolvedQuestion = {
  readonly interval: Interval
  readonly granularity: Granularity
} & (
  | { readonly kind: 'query'; readonly query: UsageQuery }
  | { readonly kind: 'problem'; readonly problem: QueryProblem }
)

/**
 * Resolves a question against the moment it is asked at.
 *
 * @returns the query, or the one problem that keeps it from being one
 */
export function resolveQuestion(question: UsageQuestion, now: Date): ResolvedQuestion {
  const range = resolveRange(question.range, now, question.billingMonths)
  const granularity =
    question.granularity === 'auto' ? automaticGranularity(range) : question.granularity
  const interval = alignToBuckets(range, granularity)
  const problem =
    billingProblem(question) ??
    filterProblem(question) ??
    problemOf(range, granularity, question.exact ?? false, now)
  if (problem) return { kind: 'problem', interval, granularity, problem }
  const { product, accounts, filter, group, rankedBy, exact = false } = question
  const query = {
    product,
    accounts,
    filter,
    interval,
    granularity,
    ...(group ? { group } : {}),
    ...(group && rankedBy ? { rankedBy } : {}),
    ...(exact ? { exact } : {}),
  }
  return { kind: 'query', interval, granularity, query }
}

/** Each granularity that an interval can be shown at. */
export function fittingGranularities(interval: Interval): Granularity[] {
  const duration = durationOf(interval)
  return GRANULARITIES.filter((granularity) => fitsGranularity(duration, granularity))
}

function billingProblem({ range, billingMonths }: UsageQuestion): QueryProblem | undefined {
  if (!isBillingRange(range) || billingMonths?.kind !== 'differ') return undefined
  return { kind: 'billingMonthsDiffer', days: billingMonths.days }
}

function filterProblem({ accounts, filter }: UsageQuestion): QueryProblem | undefined {
  const questions = singleFilters(filter).length
  if (questions > MOST_QUESTIONS) return { kind: 'manyValues', questions }
  if (accounts.length === 1) return undefined
  if (filter.sim) return { kind: 'manyAccounts', filter: 'sim' }
  return filter.fleet ? { kind: 'manyAccounts', filter: 'fleet' } : undefined
}

function problemOf(
  range: Interval,
  granularity: Granularity,
  exact: boolean,
  now: Date,
): QueryProblem | undefined {
  if (range.start > now) return { kind: 'inFuture' }
  const oldest = retentionStart(now)
  // What is kept here is kept in whole months and quarters, which an exact question does not ask for.
  if (range.end <= (exact ? oldest : keptStart(now)))
    return { kind: 'beyondRetention', retentionStart: oldest }
  const duration = durationOf(range)
  if (fitsGranularity(duration, granularity)) return undefined
  const fits = GRANULARITIES.find((other) => fitsGranularity(duration, other))
  return { kind: 'tooLong', granularity, fits: fits ?? 'total' }
}
