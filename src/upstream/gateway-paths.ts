/** Where the gateway answers; browser and gateway agree on these and on nothing else. */
export const GATEWAY_PATHS = {
  about: '/api/about',
  views: '/api/views',
  kept: '/api/kept',
  products: {
    'programmable-wireless': '/api/programmable-wireless',
    'super-sim': '/api/super-sim',
  },
} as const

/** What `GATEWAY_PATHS.about` answers. */
export interface AboutAnswer {
  /** Whether the numbers are a real account's or made up. */
  readonly source: 'account' | 'sandbox'
  /** Tells accounts apart without naming them. */
  readonly account: string
  /** The upstream's time as the gateway knows it, ISO 8601 UTC. */
  readonly now: string
}

/** What `GATEWAY_PATHS.kept` answers. */
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
