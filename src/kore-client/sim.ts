import type { Product } from '#usage/kore/products.ts'

/** The status of a SIM whose own is not told. */
export const UNKNOWN_STATUS = 'unknown'

/** A SIM of either product. */
export interface Sim {
  readonly sid: string
  readonly product: Product
  /** The id of the account that it is of. */
  readonly account: string
  /** What people call it: its friendly name, else its unique name, else its SID. */
  readonly name: string
  readonly uniqueName: string
  readonly iccid: string
  /** In the API's own word, or `UNKNOWN_STATUS`. */
  readonly status: string
  /** The SID of what sets its limits: its rate plan (Programmable Wireless) or its fleet (Super SIM). */
  readonly planSid: string
  /** When it was made known to KORE, in milliseconds UTC; undefined where that is not told. */
  readonly created: number | undefined
  /** When what KORE knows of it last changed, likewise. */
  readonly updated: number | undefined
}

/** Some SIMs of a list that is read page by page. */
export interface SimPage {
  readonly sims: readonly Sim[]
  /** How many could not be read; the list goes on without them. */
  readonly skipped: number
  /** Whether the list begins here: what came before it no longer counts. */
  readonly first: boolean
  readonly last: boolean
}
