import type { Product } from './limits.ts'
import type { Group } from './usage-query.ts'

/** What the products are called. */
export const PRODUCT_NAMES: Record<Product, string> = {
  'programmable-wireless': 'Programmable Wireless',
  'super-sim': 'Super SIM',
}

/** What the SIMs of the products are called. */
export const SIMS_NAMES: Record<Product, string> = {
  'programmable-wireless': 'Programmable Wireless SIMs',
  'super-sim': 'Super SIMs',
}

/** What sets the limits of a product's SIMs. */
export const PLAN_NAMES: Record<Product, string> = {
  'programmable-wireless': 'Rate plan',
  'super-sim': 'Fleet',
}

/** What the things are called that usage can be told apart by. */
export const GROUP_NAMES: Record<Group, string> = {
  network: 'Network',
  country: 'Country',
  fleet: 'Fleet',
  sim: 'SIM',
  account: 'Account',
}

const NAMES: Readonly<Record<string, string>> = {
  home: 'Home',
  nationalRoaming: 'National roaming',
  internationalRoaming: 'International roaming',
  unattributed: 'Not attributed',
  whole: 'All usage',
  others: 'Others',
}

/** Finds the name of a part by its key. */
export type PartNames = (key: string) => string

/** The names of the parts that every account has. */
export const formatPart: PartNames = (key) => NAMES[key] ?? key
