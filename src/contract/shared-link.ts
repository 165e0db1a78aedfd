import * as z from 'zod/mini'
import './no-eval.ts'
import { isoMoment } from './iso-moment.ts'

/** For how many days a link can be open. */
export const LINK_DAYS = [1, 7, 30, 90] as const

/** A read-only link that is open, as the gateway answers it to whoever may see all that it shows. */
export const sharedLink = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  search: z.string(),
  /** The e-mail address of who made it; empty where nobody signs in. */
  owner: z.string(),
  createdAt: isoMoment,
  expiresAt: isoMoment,
})

export type SharedLink = Readonly<z.infer<typeof sharedLink>>

/** What `GATEWAY_PATHS.links` answers. */
export const sharedLinksAnswer = z.object({ links: z.array(sharedLink) })

export type SharedLinksAnswer = Readonly<z.infer<typeof sharedLinksAnswer>>

/** What comes of making a link; its token is told this once. */
export const madeLink = z.object({ link: sharedLink, token: z.string() })

export type MadeLink = Readonly<z.infer<typeof madeLink>>

/** What comes of closing a link. */
export const closedLink = z.object({ closed: z.boolean() })

export type ClosedLink = Readonly<z.infer<typeof closedLink>>
