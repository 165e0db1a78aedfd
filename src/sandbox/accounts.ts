/** The accounts by their client: a parent, and its children, whose SIMs it does not see. */
export const CLIENTS = ['sandbox', 'sandbox-north', 'sandbox-south'] as const

export type Client = (typeof CLIENTS)[number]

/** What each account is charged in; one for both products. */
export const CURRENCIES: Readonly<Record<Client, string>> = {
  sandbox: 'USD',
  'sandbox-north': 'USD',
  'sandbox-south': 'EUR',
}

/** The products, each by the first word of its paths, which is also its scope in a token. */
export const PRODUCTS = ['programmable-wireless', 'super-sim'] as const

export type Product = (typeof PRODUCTS)[number]

/** The product that a path belongs to; undefined for a path of none. */
export function productOf(path: string): Product | undefined {
  return PRODUCTS.find((product) => path.startsWith(`/${product}/`))
}
