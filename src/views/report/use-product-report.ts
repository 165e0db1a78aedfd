import { useEffect, useMemo } from 'react'
import { isPrivateBetaRefusal, type UpstreamError } from '#kore-client/upstream-error.ts'
import { type Account, useAbout } from '#queries/gateway/about.ts'
import { useManySeries } from '#queries/usage/use-many-series.ts'
import type { Product } from '#usage/kore/products.ts'
import { countRequests } from '#usage/report/asked-series.ts'
import type { ReportMonth } from '#usage/report/report-month.ts'
import {
  listQuestions,
  type ProductAnswers,
  placeAnswers,
  productQuestions,
} from '#usage/report/report-questions.ts'
import { MOST_UNASKED } from '#usage/sims/gathering.ts'

/** What a report tells of a product, as far as it is there. */
export interface ProductReport {
  readonly product: Product
  /** Ids of the accounts that have it; none where it is not open to any. */
  readonly accounts: readonly string[]
  readonly answers: ProductAnswers
  /** How many requests it takes, and whether they wait for their reader's word. */
  readonly work: number
  readonly waits: boolean
  readonly loading: boolean
  readonly fetching: boolean
  readonly answered: number
  readonly requests: number
  /** Why something could not be read, though the accounts may ask for it. */
  readonly errors: readonly UpstreamError[]
  /** Whether a grouping is not open to an account. */
  readonly isGroupRefused: boolean
  retry(): void
}

/**
 * Fetches what a report tells of a product.
 *
 * @param chosen the accounts of the report
 * @param wanted whether the product is part of it
 * @param agreed whether more may be asked for than is asked for unasked
 */
export function useProductReport(
  product: Product,
  chosen: readonly Account[],
  month: ReportMonth,
  now: Date,
  { wanted, agreed }: { readonly wanted: boolean; readonly agreed: boolean },
): ProductReport {
  const accounts = chosen
    .filter(({ refused = [] }) => !refused.some((one) => isRefusal(one, product)))
    .map(({ id }) => id)
  const key = JSON.stringify([product, accounts, month])
  const minute = now.getTime()
  // biome-ignore lint/correctness/useExhaustiveDependencies: questions are as new as what they are made from
  const questions = useMemo(() => productQuestions(product, accounts, month, now), [key, minute])
  const asked = useMemo(
    () => (wanted && accounts.length > 0 ? listQuestions(questions) : []),
    [questions, wanted, accounts.length],
  )
  const work = useMemo(() => countRequests(asked, now), [asked, now])
  const waits = !agreed && work > MOST_UNASKED
  const fetched = useManySeries(waits ? NOTHING : asked, now)
  const { series, failures, answered, requests, fetching, retry } = fetched
  const answers = useMemo(() => placeAnswers(questions, series), [questions, series])
  const refused = failures.filter(({ error }) => error.kind === 'productRefused').length
  useRefusalsLearned(refused)
  const groupRefusals = failures.filter(({ error }) => isPrivateBetaRefusal(error))
  return {
    ...{ product, accounts, answers, work, waits, fetching, answered, requests, retry },
    loading: !waits && answered + failures.length < requests,
    errors: failures
      .filter((failure) => !groupRefusals.includes(failure))
      .map(({ error }) => error)
      .filter(({ kind }) => kind !== 'productRefused'),
    isGroupRefused: groupRefusals.length > 0,
  }
}

const NOTHING: readonly never[] = []

/** What a token says of itself is but a hint: the API has the last word. */
function isRefusal(refusal: NonNullable<Account['refused']>[number], product: Product): boolean {
  return refusal.product === product && refusal.reason !== 'scope'
}

/** Asks what the gateway has just learned, so that the report goes on without the accounts that lack a product. */
function useRefusalsLearned(refused: number): void {
  const { refetch } = useAbout()
  useEffect(() => {
    if (refused > 0) refetch()
  }, [refused, refetch])
}
