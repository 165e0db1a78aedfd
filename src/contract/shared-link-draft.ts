import * as z from 'zod/mini'
import './no-eval.ts'
import { LINK_DAYS } from './shared-link.ts'
import { viewName, viewPath, viewSearch } from './view-fields.ts'

/** What somebody says of a link that is to be made: it shows one view of usage. */
export const sharedLinkDraft = z.strictObject({
  name: viewName,
  path: viewPath,
  search: viewSearch,
  days: z.literal([...LINK_DAYS]),
})

export type SharedLinkDraft = Readonly<z.infer<typeof sharedLinkDraft>>
