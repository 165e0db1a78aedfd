import type { ProductRefusal } from '#contract/about.ts'
import { PRODUCT_KEYS, type Product } from '#usage/kore/products.ts'

/** What an account's credentials open, learned from what the APIs answer and what the tokens say. */
export interface ProductAccess {
  /** The product's API has answered a question. */
  worked(product: Product): void
  /** It takes no token of the account, or refuses whatever is asked. @param message KORE's own */
  refused(product: Product, reason: 'token' | 'forbidden', message: string): void
  /** Whether it has answered a question lately, so that a refusal is that of one question. */
  worksLately(product: Product): boolean
  /** Whether it is known to refuse whatever is asked. */
  isRefused(product: Product): boolean
  /** The products that cannot be read, and why; empty where nothing is known. */
  refusals(): ProductRefusal[]
}

/** What has been learned holds as long: access may be given, or taken, meanwhile. */
const HOLDS_MILLISECONDS = 5 * 60_000
const LATELY_MILLISECONDS = 60_000

/** What each product is called in a scope, without case, spaces and marks. */
const SCOPE_NAMES: Readonly<Record<Product, RegExp>> = {
  'programmable-wireless': /programmablewireless/,
  'super-sim': /supersim/,
}

/**
 * @param scope what the last token is for; nothing but a hint depends on it
 * @param clock milliseconds; only differences count
 */
export function createProductAccess(
  scope: () => string | undefined,
  clock: () => number,
): ProductAccess {
  const workedAt = new Map<Product, number>()
  const learned = new Map<Product, { readonly at: number; readonly refusal: ProductRefusal }>()
  const refusalOf = (product: Product): ProductRefusal | undefined => {
    const known = learned.get(product)
    if (known && clock() - known.at < HOLDS_MILLISECONDS) return known.refusal
    const hinted = !workedAt.has(product) && leavesOut(scope(), product)
    return hinted ? { product, reason: 'scope', message: '' } : undefined
  }
  return {
    worked(product) {
      workedAt.set(product, clock())
      learned.delete(product)
    },
    refused(product, reason, message) {
      learned.set(product, { at: clock(), refusal: { product, reason, message } })
    },
    worksLately: (product) =>
      clock() - (workedAt.get(product) ?? Number.NEGATIVE_INFINITY) < LATELY_MILLISECONDS,
    isRefused: (product) => ![undefined, 'scope'].includes(refusalOf(product)?.reason),
    refusals: () => PRODUCT_KEYS.flatMap((product) => refusalOf(product) ?? []),
  }
}

/** Whether a scope names the other product and not this one; one that names none says nothing. */
function leavesOut(scope: string | undefined, product: Product): boolean {
  const text = (scope ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')
  const named = PRODUCT_KEYS.filter((key) => SCOPE_NAMES[key].test(text))
  return named.length > 0 && !named.includes(product)
}
