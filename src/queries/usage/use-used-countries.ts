import { factsOf, PRODUCT_KEYS, type Product } from '#usage/kore/products.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import type { Interval } from '#usage/time/interval.ts'
import { useUsage } from './use-usage.ts'

/**
 * The countries that there was usage in, sorted by their codes: of Programmable Wireless those of
 * international roaming, which is all that it tells.
 *
 * @param interval undefined asks for nothing
 */
export function useUsedCountries(
  accounts: readonly string[],
  products: readonly Product[],
  interval: Interval | undefined,
  now: Date,
): string[] {
  const found = PRODUCT_KEYS.flatMap((product) => {
    const asked = interval && products.includes(product)
    // biome-ignore lint/correctness/useHookAtTopLevel: the products are always the same ones
    const { series } = useUsage(
      asked ? questionOf(product, accounts, interval) : undefined,
      now,
      false,
    )
    return series && asked ? series.countries.map(({ country }) => country) : []
  })
  return [...new Set(found)].sort()
}

function questionOf(product: Product, accounts: readonly string[], interval: Interval): UsageQuery {
  return {
    product,
    accounts,
    filter: {},
    interval,
    granularity: 'total',
    ...(factsOf(product).groups.includes('country') ? { group: 'country' } : {}),
  }
}
