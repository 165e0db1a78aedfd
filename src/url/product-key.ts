import type { Product } from '#usage/limits.ts'
import { wordKey } from './search-key.ts'

/** `product=super-sim` */
export const PRODUCT_KEY = wordKey<Product>(
  'product',
  ['programmable-wireless', 'super-sim'],
  'programmable-wireless',
)

/** A path with the product that it is about. */
export function productPath(path: string, product: Product): string {
  return product === PRODUCT_KEY.fallback ? path : `${path}?${PRODUCT_KEY.name}=${product}`
}
