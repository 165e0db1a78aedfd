import { GATEWAY_PATHS } from '#upstream/gateway-paths.ts'

export type ProductName = keyof typeof GATEWAY_PATHS.products

/** A request that may go upstream. */
export interface AllowedRequest {
  readonly product: ProductName
  /** The path below the product's base URL, such as `/v1/UsageRecords`. */
  readonly path: string
}

/** A SID or unique name. Without a slash, a percent sign or a leading dot none can climb out. */
const KEY = '[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,63}'

const ALLOWED: Record<ProductName, RegExp> = {
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
 * @param pathname as it came, not decoded
 */
export function matchAllowedRequest(pathname: string): AllowedRequest | undefined {
  for (const product of ['programmable-wireless', 'super-sim'] as const) {
    const prefix = GATEWAY_PATHS.products[product]
    const path = pathname.slice(prefix.length)
    if (pathname.startsWith(`${prefix}/`) && ALLOWED[product].test(path)) return { product, path }
  }
  return undefined
}
