import { MILLISECONDS_PER_HOUR } from '../time/interval.ts'

/** What the API can tell usage apart by, where it can. */
export type UpstreamGroup = 'network' | 'country' | 'fleet' | 'sim'

/** What holds for one of KORE's usage APIs, wherever the dashboard has to know it. */
interface ProductFacts {
  readonly name: string
  /** What its SIMs are called. */
  readonly simsName: string
  /** What sets the limits of its SIMs. */
  readonly planName: string
  /** What such a limit is called beside one SIM. */
  readonly limitName: string
  /** What the SIDs of its SIMs begin with; 32 hex digits follow. */
  readonly simPrefix: string
  /** How late usage arrives, in milliseconds after it occurred. */
  readonly usageDelay: {
    /** From when on some of every usage is there. */
    readonly reportedAfter: number
    /** From when on nothing changes any more. */
    readonly completeAfter: number
  }
  /** Milliseconds from the end of a period until its charge is in; undefined where it comes with the usage. */
  readonly chargeDelay: number | undefined
  /** Whether usage is a tree of home, national and international roaming. */
  readonly tellsRoaming: boolean
  /** Whether Commands are counted. */
  readonly tellsCommands: boolean
  readonly groups: readonly UpstreamGroup[]
  /** Whether a SIM has billing periods of its own. */
  readonly hasBillingPeriods: boolean
  /** Whether a SIM's data sessions are told. */
  readonly hasDataSessions: boolean
  /** What becomes of a question for usage that is older than KORE keeps. */
  readonly beyondRetention: 'refused' | 'incomplete'
}

/**
 * The usage APIs of KORE: the one list of them.
 *
 * Delays: of Programmable Wireless usage may not be reflected for up to 24 h, all of it is typically
 * processed within 48 h (KORE, Programmable Wireless, "Data availability"). Of Super SIM they are not
 * stated for bytes, and the last 24 h are treated as provisional (inferred); its charge is in within
 * 24 h of a period's end (KORE, Super SIM, "Billing").
 */
export const PRODUCTS = {
  'programmable-wireless': {
    name: 'Programmable Wireless',
    simsName: 'Programmable Wireless SIMs',
    planName: 'Rate plan',
    limitName: 'Monthly limit',
    simPrefix: 'DE',
    usageDelay: {
      reportedAfter: 24 * MILLISECONDS_PER_HOUR,
      completeAfter: 48 * MILLISECONDS_PER_HOUR,
    },
    chargeDelay: undefined,
    tellsRoaming: true,
    tellsCommands: true,
    groups: [],
    hasBillingPeriods: false,
    hasDataSessions: true,
    beyondRetention: 'incomplete',
  },
  'super-sim': {
    name: 'Super SIM',
    simsName: 'Super SIMs',
    planName: 'Fleet',
    limitName: 'Limit for each SIM of the fleet',
    simPrefix: 'HS',
    usageDelay: {
      reportedAfter: 24 * MILLISECONDS_PER_HOUR,
      completeAfter: 24 * MILLISECONDS_PER_HOUR,
    },
    chargeDelay: 24 * MILLISECONDS_PER_HOUR,
    tellsRoaming: false,
    tellsCommands: false,
    groups: ['network', 'country', 'fleet', 'sim'],
    hasBillingPeriods: true,
    hasDataSessions: false,
    beyondRetention: 'refused',
  },
} as const satisfies Record<string, ProductFacts>

export type Product = keyof typeof PRODUCTS

/** The product that is shown where none is named. */
export const DEFAULT_PRODUCT: Product = 'programmable-wireless'

/** Every product, the default first. */
export const PRODUCT_KEYS: readonly Product[] = Object.keys(PRODUCTS).filter(isProduct)

function isProduct(text: string): text is Product {
  return Object.hasOwn(PRODUCTS, text)
}

/** What holds for a product. */
export function factsOf(product: Product): ProductFacts {
  return PRODUCTS[product]
}

/**
 * The product that a SIM's SID belongs to: its prefix and 32 hex digits.
 *
 * @returns undefined for a text that is no SIM's SID
 */
export function productOfSid(text: string): Product | undefined {
  return PRODUCT_KEYS.find((product) =>
    new RegExp(`^${factsOf(product).simPrefix}[0-9a-fA-F]{32}$`).test(text),
  )
}

/** Whether the sums of all SIMs can be had at once, and not only SIM by SIM. */
export function isSummedBySim(product: Product): boolean {
  return factsOf(product).groups.includes('sim')
}

/** One thing for each product. */
export function forEachProduct<T>(make: (product: Product) => T): Readonly<Record<Product, T>> {
  return {
    'programmable-wireless': make('programmable-wireless'),
    'super-sim': make('super-sim'),
  }
}
