import { productPath } from '#contract/gateway-paths.ts'
import type { Product } from '#usage/kore/products.ts'

/** Requests a second, by the path below which they go. */
const paces = new Map<string, number>()

/** What comes before the version in the path of a product's API. */
const API_PATH = /^(.*)\/v1\//

/**
 * Remembers at what pace the gateway asks the API that a request was for.
 *
 * @param told as the gateway tells it, such as `0.95;waiting=12`; null where it knows of no limit
 */
export function notePace(url: string, told: string | null): void {
  const path = API_PATH.exec(url)?.[1]
  if (path === undefined) return
  const perSecond = Number.parseFloat(told ?? '')
  if (perSecond > 0) paces.set(path, perSecond)
  else paces.delete(path)
}

/** Requests a second that a product's API takes of an account, as last told; undefined for no known limit. */
export function paceOf(account: string, product: Product): number | undefined {
  return paces.get(productPath(account, product))
}
