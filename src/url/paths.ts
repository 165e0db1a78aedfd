import type { Product } from '#usage/limits.ts'

/** The addresses of the views. */
export const PATHS = {
  account: '/account',
  movers: '/movers',
  sims: '/sims',
  views: '/views',
  kept: '/kept',
  links: '/links',
  help: '/help',
  link: (token: string) => `/s/${encodeURIComponent(token)}`,
  signedOut: '/signed-out',
  signInFailed: '/sign-in-failed',
  view: (id: string) => `/v/${encodeURIComponent(id)}`,
  sim: (sid: string) => `/sims/${encodeURIComponent(sid)}`,
} as const

/**
 * The product that a SIM's SID belongs to: `DE` and 32 hex digits are Programmable Wireless, `HS` and
 * as many are Super SIM.
 *
 * @returns undefined for a text that is no SIM's SID
 */
export function productOfSid(text: string): Product | undefined {
  if (/^DE[0-9a-fA-F]{32}$/.test(text)) return 'programmable-wireless'
  return /^HS[0-9a-fA-F]{32}$/.test(text) ? 'super-sim' : undefined
}
