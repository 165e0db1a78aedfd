import type { Product } from '#usage/kore/products.ts'

/** Where the gateway answers; browser and gateway agree on these and on nothing else. */
export const GATEWAY_PATHS = {
  about: '/api/about',
  views: '/api/views',
  links: '/api/links',
  accounts: '/api/accounts',
  session: '/api/session',
} as const

/** Below which everything of one account is. */
function accountPath(account: string): string {
  return `${GATEWAY_PATHS.accounts}/${encodeURIComponent(account)}`
}

/** Where an account's API of a product is reached; its own path, such as `/v1/Sims`, follows. */
export function productPath(account: string, product: Product) {
  return `${accountPath(account)}/${product}`
}

/** Where it is told what is kept of an account. */
export function keptPath(account: string): string {
  return `${accountPath(account)}/kept`
}

/** The field of an error's body that says that it holds for all that a product could be asked. */
export const WHOLE_PRODUCT_FIELD = 'refused_product'

/** Tells a browser the pace of an account and product: requests a second, and how many wait. */
export const PACE_HEADER = 'Roamboard-Pace'
