import { PRODUCT_KEYS, type Product } from '#usage/kore/products.ts'

/** A request that may go upstream. */
export interface AllowedRequest {
  readonly product: Product
  /** The path below the product's base URL, such as `/v1/UsageRecords`. */
  readonly path: string
}

/** A SID or unique name. Without a slash, a percent sign or a leading dot none can climb out. */
const KEY = '[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,63}'

const ALLOWED: Record<Product, RegExp> = {
  'programmable-wireless': new RegExp(
    `^/v1/(UsageRecords|RatePlans(/${KEY})?|Sims(/${KEY}(/(UsageRecords|DataSessions))?)?)$`,
  ),
  'super-sim': new RegExp(
    `^/v1/(UsageRecords|Networks(/${KEY})?|Fleets(/${KEY})?|Sims(/${KEY}(/BillingPeriods)?)?)$`,
  ),
}

/**
 * Recognises the GET paths that are forwarded; everything else is refused.
 *
 * @param path below an account's, such as `/super-sim/v1/Sims`, as it came, not decoded
 */
export function matchAllowedRequest(path: string): AllowedRequest | undefined {
  for (const product of PRODUCT_KEYS) {
    const own = path.slice(product.length + 1)
    if (path.startsWith(`/${product}/`) && ALLOWED[product].test(own)) return { product, path: own }
  }
  return undefined
}
