import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ClosedLink, MadeLink, SharedLink, SharedLinksAnswer } from '#contract/shared-link.ts'
import { sharedLinkDraft } from '#contract/shared-link-draft.ts'
import { parseViewQuestion } from '#url/view-question.ts'
import { refuse } from '../kore/answer.ts'
import type { KeptLink, SharedLinks } from '../store/shared-links.ts'
import { takeJsonOnly } from './foreign-pages.ts'
import type { Identified, Reader } from './reader.ts'
import { accountsOfView, LARGEST_BODY, readBody } from './view-body.ts'

const TOO_MANY = 'An account in this view has too many open links. Revoke some first.'

/**
 * Read-only links over HTTP: listed, made and revoked by whoever may see all that a link shows. Its
 * token is told once, to whoever makes it.
 */
export function sharedLinksApi(links: SharedLinks) {
  return new Hono<Identified>()
    .use(takeJsonOnly)
    .use(
      bodyLimit({
        maxSize: LARGEST_BODY,
        onError: (context) => refuse(context, 413, 'This is too much for a link.'),
      }),
    )
    .get('/', async (context) => {
      const reader = context.get('reader')
      const own = (await links.list()).filter((link) => maySee(reader, link))
      context.header('Cache-Control', 'no-store')
      return context.json<SharedLinksAnswer>({ links: own.map(withoutAccounts) })
    })
    .post('/', async (context) => {
      const read = await readBody(context, sharedLinkDraft)
      if (read.kind === 'wrong') return refuse(context, 400, read.message)
      const { path, search } = read.value
      if (!parseViewQuestion(path, search)) {
        return refuse(context, 400, 'Only views of usage can be shared by a link.')
      }
      const reader = context.get('reader')
      const accounts = accountsOfView(search, reader)
      if (!accounts) return refuse(context, 403, 'You may not see what this link would show.')
      const made = await links.add(read.value, accounts, reader.person?.email ?? '')
      if (!made) return refuse(context, 409, TOO_MANY)
      const { link, token } = made
      context.header('Cache-Control', 'no-store')
      return context.json<MadeLink>({ link: withoutAccounts(link), token }, 201)
    })
    .delete('/:id', async (context) => {
      const id = context.req.param('id')
      const reader = context.get('reader')
      const own = (await links.list()).find((link) => link.id === id && maySee(reader, link))
      if (!own || !(await links.revoke(id))) {
        return refuse(context, 404, 'This link is closed already.')
      }
      return context.json<ClosedLink>({ closed: true })
    })
}

function maySee({ accounts }: Reader, link: KeptLink): boolean {
  return (
    link.accounts.length > 0 &&
    link.accounts.every((account) => accounts.some(({ id }) => id === account))
  )
}

function withoutAccounts({ accounts: _, ...link }: KeptLink): SharedLink {
  return link
}
