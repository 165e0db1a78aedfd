/** Where the gateway answers; browser and gateway agree on these and on nothing else. */
export const GATEWAY_PATHS = {
  about: '/api/about',
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
