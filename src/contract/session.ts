import * as z from 'zod/mini'
import './no-eval.ts'

/** What `GATEWAY_PATHS.session` answers to whoever ends theirs. */
export const sessionAnswer = z.object({ signedIn: z.boolean() })

export type SessionAnswer = Readonly<z.infer<typeof sessionAnswer>>
