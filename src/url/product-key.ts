import { DEFAULT_PRODUCT, PRODUCT_KEYS, type Product } from '#usage/kore/products.ts'
import { ACCOUNT_KEY } from './account-key.ts'
import { FLEET_KEY, NETWORK_KEY } from './filter-keys.ts'
import { PATHS } from './paths.ts'
import { wordKey, writeKey } from './search-key.ts'

/** `product=super-sim` */
export const PRODUCT_KEY = wordKey<Product>('product', PRODUCT_KEYS, DEFAULT_PRODUCT)

/** The same of a page that shows all products where its address names none. */
export const ANY_PRODUCT_KEY = wordKey<Product | 'all'>('product', ['all', ...PRODUCT_KEYS], 'all')

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

/** The address of a fleet's usage. */
export function fleetPlace(fleet: string, account: string): string {
  const parameters = new URLSearchParams()
  writeKey(parameters, PRODUCT_KEY, 'super-sim')
  writeKey(parameters, ACCOUNT_KEY, account)
  writeKey(parameters, FLEET_KEY, fleet)
  return addressOf(PATHS.account, parameters)
}

/** The address of the usage of a network. */
export function networkPlace(network: string): string {
  const parameters = new URLSearchParams()
  writeKey(parameters, PRODUCT_KEY, 'super-sim')
  writeKey(parameters, NETWORK_KEY, network)
  return addressOf(PATHS.account, parameters)
}

function addressOf(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString()
  return query ? `${path}?${query}` : path
}
