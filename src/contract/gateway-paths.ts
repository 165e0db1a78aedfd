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
export function accountPath(account: string): string {
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

/** What stands before the token in the id of an account that a link opens, and after it. */
const LINK_MARK = '~'

/** The id by which the reader of a link asks for an account. */
export function linkAccount(token: string, account: string): string {
  return LINK_MARK + token + LINK_MARK + account
}

/** Whether an account is read through a link, which opens nothing but what it shows. */
export function isLinkAccount(id: string): boolean {
  return id.startsWith(LINK_MARK)
}

/** The token in the id of an account that a link opens. */
export function tokenOfLinkAccount(id: string): string | undefined {
  return isLinkAccount(id) ? id.split(LINK_MARK)[1] : undefined
}

/** One account as its readers know it. */
export interface AccountAnswer {
  /** What the address calls it. */
  readonly id: string
  readonly name: string
  /** Tells the accounts of KORE apart without naming them, whatever they are called here. */
  readonly mark: string
  /** The products that its credentials do not open, as far as that is known. */
  readonly refused?: readonly ProductRefusal[] | undefined
}

/** Why a product of an account cannot be read. */
export interface ProductRefusal {
  readonly product: Product
  /**
   * `token`: its API takes no token of the account. `forbidden`: it refuses whatever is asked. `scope`:
   * the token names the other product alone, which is but a hint.
   */
  readonly reason: 'token' | 'forbidden' | 'scope'
  /** KORE's own words; empty where there are none. */
  readonly message: string
}

/** The field of an error's body that says that it holds for all that a product could be asked. */
export const WHOLE_PRODUCT_FIELD = 'refused_product'

/** Tells a browser the pace of an account and product: requests a second, and how many wait. */
export const PACE_HEADER = 'Roamboard-Pace'

/** What `GATEWAY_PATHS.about` answers. */
export interface AboutAnswer {
  /** Whether the numbers are a real account's or made up. */
  readonly source: 'account' | 'sandbox'
  /** Those that the reader may see, the one that is shown first at the front. */
  readonly accounts: readonly AccountAnswer[]
  /** Who has signed in; undefined where nobody has to. */
  readonly person?: { readonly email: string; readonly name: string } | undefined
  /** What the link shows whose reader asks. */
  readonly link?: LinkAnswer | undefined
  /** The upstream's time as the gateway knows it, ISO 8601 UTC. */
  readonly now: string
}

/** What `keptPath` answers. */
export interface KeptUsage {
  /** Whether anything outlives the gateway: not the sandbox's numbers, which it makes up anew. */
  readonly durable: boolean
  readonly answers: number
  readonly bytes: number
  /** ISO 8601 UTC. */
  readonly firstKeptAt?: string | undefined
  readonly lastKeptAt?: string | undefined
}

/** What somebody says of a view that is to be saved. */
export interface SavedViewDraft {
  readonly name: string
  readonly description: string
  readonly owner: string
  /** The address without its query, such as `/account`. */
  readonly path: string
  /** The query of the address, without its question mark. */
  readonly search: string
}

/** A view that has a name. */
export interface SavedView extends SavedViewDraft {
  readonly id: string
  /** Whether the dashboard opens with it. */
  readonly start: boolean
  /** Counts its changes; a change must name the version that it was made from. */
  readonly version: number
  /** ISO 8601 UTC. */
  readonly changedAt: string
}

/** What may be said of a view: how long each text may be. */
export const SAVED_VIEW_LIMITS = {
  name: 100,
  description: 500,
  owner: 100,
  path: 100,
  search: 2000,
} as const

/** For how many days a link can be open. */
export const LINK_DAYS = [1, 7, 30, 90] as const

/** What somebody says of a link that is to be made. */
export interface SharedLinkDraft {
  readonly name: string
  /** The address of a view of usage, as of a saved view. */
  readonly path: string
  readonly search: string
  readonly days: (typeof LINK_DAYS)[number]
}

/** What the reader of a link is told of it. */
export interface LinkAnswer {
  readonly name: string
  readonly path: string
  readonly search: string
  /** ISO 8601 UTC. */
  readonly expiresAt: string
}

/** A read-only link that is open. */
export interface SharedLink extends LinkAnswer {
  readonly id: string
  /** The e-mail address of who made it; empty where nobody signs in. */
  readonly owner: string
  /** ISO 8601 UTC. */
  readonly createdAt: string
}
