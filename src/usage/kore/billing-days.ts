import { type BillingMonths, CALENDAR_MONTHS } from '../time/billing-month.ts'
import type { Product } from './products.ts'

/** On which day of the month billing months of a product begin, where that is set: 1 to 28. */
export type BillingDays = Readonly<Partial<Record<Product, number | undefined>>>

/** When the billing months of all of some accounts and products begin. */
export function billingMonthsOf(
  accounts: readonly { readonly billingDays?: BillingDays | undefined }[],
  products: readonly Product[],
): BillingMonths {
  const days = [
    ...new Set(
      accounts.flatMap(({ billingDays }) => products.map((product) => billingDays?.[product] ?? 1)),
    ),
  ].sort((a, b) => a - b)
  const [day, other] = days
  if (other !== undefined) return { kind: 'differ', days }
  return day === undefined ? CALENDAR_MONTHS : { kind: 'day', day }
}
