import * as z from 'zod/mini'
import './no-eval.ts'
import { isoMoment } from './iso-moment.ts'

/** A view that has a name, as the gateway answers it. */
export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  owner: z.string(),
  /** The address without its query, such as `/account`. */
  path: z.string(),
  /** The query of the address, without its question mark. */
  search: z.string(),
  /**
   * Whether its reader may change or delete it: their own, or everybody's. A gateway that is older than
   * owners does not say: what may be somebody else's is then not offered to be changed.
   */
  editable: z._default(z.boolean(), false),
  /** Whether the dashboard opens with it. */
  start: z.boolean(),
  /** Counts its changes; a change must name the version that it was made from. */
  version: z.number(),
  changedAt: isoMoment,
})

export type SavedView = Readonly<z.infer<typeof savedView>>

/** What `GATEWAY_PATHS.views` answers: all of them, by name. */
export const savedViewsAnswer = z.object({ views: z.array(savedView) })

export type SavedViewsAnswer = Readonly<z.infer<typeof savedViewsAnswer>>
