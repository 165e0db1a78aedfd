import type { Product } from '#usage/limits.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { PATHS } from './paths.ts'
import { wordKey, writeKey } from './search-key.ts'

/** `product=super-sim` */
export const PRODUCT_KEY = wordKey<Product>(
  'product',
  ['programmable-wireless', 'super-sim'],
  'programmable-wireless',
)

/** An address of a view of a product and an account. */
export function placeOf(path: string, product: Product, account: string): string {
  const parameters = new URLSearchParams()
  writeKey(parameters, PRODUCT_KEY, product)
  writeKey(parameters, ACCOUNT_KEY, account)
  return addressOf(path, parameters)
}

/** The address of a SIM, whose product is in its SID. */
export function simPlace(sid: string, account: string): string {
  const parameters = new URLSearchParams()
  writeKey(parameters, ACCOUNT_KEY, account)
  return addressOf(PATHS.sim(sid), parameters)
}

function addressOf(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString()
  return query ? `${path}?${query}` : path
}
