import * as z from 'zod/mini'
import './no-eval.ts'
import { viewName, viewPath, viewSearch, viewText } from './view-fields.ts'

/** What somebody says of a view that is to be saved. */
export const savedViewDraft = z.strictObject({
  name: viewName,
  description: viewText('description'),
  owner: viewText('owner'),
  path: viewPath,
  search: viewSearch,
})

export type SavedViewDraft = Readonly<z.infer<typeof savedViewDraft>>

/** Which view the dashboard is to open with; null for none. */
export const startDraft = z.strictObject({ id: z.nullable(z.string()) })

export type StartDraft = Readonly<z.infer<typeof startDraft>>
