import { billingMonthsOf } from '#usage/kore/billing-days.ts'
import { factsOf, type Product } from '#usage/kore/products.ts'
import type { BillingMonths } from '#usage/time/billing-month.ts'
import { monthsBefore } from '#usage/time/calendar.ts'
import { isBillingRange, type TimeRange } from '#usage/time/time-range.ts'
import type { Account } from '../gateway/about.ts'
import { useBillingPeriods } from './sims.ts'

/**
 * When the billing months of one SIM begin: as KORE tells its own periods, else on the day that is set for
 * its account.
 *
 * @param range they are asked for only where it depends on them
 * @param accounts the one that the SIM is of; none until it is found
 * @returns undefined while it is not known
 */
export function useBillingMonths(
  range: TimeRange,
  accounts: readonly Account[],
  product: Product,
  sim: string,
): BillingMonths | undefined {
  const [account] = accounts
  const wanted =
    account !== undefined && isBillingRange(range) && factsOf(product).hasBillingPeriods
  const { data, isError } = useBillingPeriods(account?.id ?? '', sim, wanted)
  if (!wanted || isError || data?.length === 0) return billingMonthsOf(accounts, [product])
  return (
    data && {
      kind: 'periods',
      periods: data.map(({ start, end = monthsBefore(start, -1) }) => ({ start, end })),
    }
  )
}
