import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'
import { linkAccount, tokenOfLinkAccount } from '#contract/link-account.ts'
import { refuse } from '../kore/answer.ts'
import type { Person } from '../sign-in/person.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { KeptLink, SharedLinks } from '../store/shared-links.ts'
import { type Account, mayView } from './account.ts'

/** Who asks, and what they may see. */
export interface Reader {
  /** Undefined where nobody has to sign in, and for the reader of a link. */
  readonly person: Person | undefined
  /** The one that is shown first at the front. */
  readonly accounts: readonly Account[]
  /** The link that all of this is open through, and nothing else. */
  readonly link?: KeptLink
}

/** What later steps know of a request. */
export type Identified = { Variables: { reader: Reader } }

interface Doors {
  readonly accounts: readonly Account[]
  readonly links: SharedLinks
  /** Undefined where everybody sees everything. */
  readonly signIn: SignIn | undefined
}

/** Finds out who asks, and refuses whoever should have signed in or whose link is closed. */
export function identifyReader({ accounts, links, signIn }: Doors) {
  return createMiddleware<Identified>(async (context, next) => {
    const token = linkTokenOf(context)
    if (token !== undefined) {
      const link = await links.find(token)
      if (!link) return refuse(context, 404, 'This link is closed, or was never made.')
      context.set('reader', linkReader(accounts, link, token))
      return next()
    }
    const person = await signIn?.person(context)
    if (signIn && !person) return refuseSignedOut(context)
    const own = person ? accounts.filter(({ viewers }) => mayView(viewers, person)) : accounts
    context.set('reader', { person, accounts: own })
    return next()
  })
}

/** Only these two lead through a link: what it shows, and the accounts that it shows it of. */
function linkTokenOf(context: Context): string | undefined {
  const { path } = context.req
  if (path === GATEWAY_PATHS.about) return context.req.query('link')
  if (!path.startsWith(`${GATEWAY_PATHS.accounts}/`)) return undefined
  return tokenOfLinkAccount(path.slice(GATEWAY_PATHS.accounts.length + 1).split('/')[0] ?? '')
}

function linkReader(accounts: readonly Account[], link: KeptLink, token: string): Reader {
  const shown = accounts.filter(({ id }) => link.accounts.includes(id))
  return {
    person: undefined,
    accounts: shown.map((account) => ({ ...account, id: linkAccount(token, account.id) })),
    link,
  }
}

function refuseSignedOut(context: Context): Response {
  context.header('WWW-Authenticate', 'OpenIDConnect')
  return refuse(context, 401, 'Sign in first.')
}
