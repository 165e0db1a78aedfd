import * as z from 'zod/mini'

/** A moment as the gateway writes it, ISO 8601 UTC. */
export const isoMoment = z
  .string()
  .check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'is not a moment'))
