import * as z from 'zod/mini'
import './no-eval.ts'
import { isoMoment } from './iso-moment.ts'

/** What `keptPath` answers. */
export const keptUsage = z.object({
  /** Whether anything outlives the gateway: not the sandbox's numbers, which it makes up anew. */
  durable: z.boolean(),
  answers: z.number(),
  bytes: z.number(),
  firstKeptAt: z.optional(isoMoment),
  lastKeptAt: z.optional(isoMoment),
})

/** How much of an account's settled usage is kept. */
export type KeptUsage = Readonly<z.infer<typeof keptUsage>>
