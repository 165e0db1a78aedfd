import * as z from 'zod/mini'
import './no-eval.ts'
import { PRODUCT_KEYS } from '#usage/kore/products.ts'
import { isoMoment } from './iso-moment.ts'

/** Why a product of an account cannot be read. */
const productRefusal = z.object({
  product: z.enum(PRODUCT_KEYS),
  /**
   * `token`: its API takes no token of the account. `forbidden`: it refuses whatever is asked. `scope`:
   * the token names the other product alone, which is but a hint.
   */
  reason: z.enum(['token', 'forbidden', 'scope']),
  /** KORE's own words; empty where there are none. */
  message: z.string(),
})

export type ProductRefusal = Readonly<z.infer<typeof productRefusal>>

const accountAnswer = z.object({
  /** What the address calls it. */
  id: z.string(),
  name: z.string(),
  /** Tells the accounts of KORE apart without naming them, whatever they are called here. */
  mark: z.string(),
  /** The day of the month from which limits are counted, where somebody has set it: 1 to 31. */
  meteringDay: z.optional(z.number()),
  /** The days on which billing months begin, product by product, where somebody has set them: 1 to 28. */
  billingDays: z.optional(
    z.object({
      'programmable-wireless': z.optional(z.number()),
      'super-sim': z.optional(z.number()),
    }),
  ),
  /** The products that its credentials do not open, as far as that is known. */
  refused: z.optional(z.array(productRefusal)),
})

/** One account as its readers know it. */
export type AccountAnswer = Readonly<z.infer<typeof accountAnswer>>

const linkAnswer = z.object({
  name: z.string(),
  path: z.string(),
  search: z.string(),
  expiresAt: isoMoment,
})

/** What the reader of a link is told of it. */
export type LinkAnswer = Readonly<z.infer<typeof linkAnswer>>

/** What `GATEWAY_PATHS.about` answers. */
export const aboutAnswer = z.object({
  /** Whether the numbers are a real account's or made up. */
  source: z.enum(['account', 'sandbox']),
  /** Those that the reader may see, the one that is shown first at the front. */
  accounts: z.array(accountAnswer),
  /** Who has signed in; undefined where nobody has to. */
  person: z.optional(
    z.object({
      email: z.string(),
      name: z.string(),
      /**
       * Whether the provider says that the address is theirs: no other opens an account by its domain. A
       * gateway that does not say whether is older than that rule: nobody is warned of it.
       */
      emailVerified: z._default(z.boolean(), true),
    }),
  ),
  /** What the link shows whose reader asks. */
  link: z.optional(linkAnswer),
  /** The upstream's time as the gateway knows it. */
  now: isoMoment,
})

export type AboutAnswer = Readonly<z.infer<typeof aboutAnswer>>
