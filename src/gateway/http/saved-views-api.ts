import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { SavedView, SavedViewsAnswer } from '#contract/saved-view.ts'
import { savedViewDraft, startDraft } from '#contract/saved-view-draft.ts'
import { refuse } from '../kore/answer.ts'
import type { Store } from '../store/open-store.ts'
import { type Change, createSavedViews, type SavedViews } from '../store/saved-views.ts'
import { takeJsonOnly } from './foreign-pages.ts'
import type { Identified, Reader } from './reader.ts'
import { accountsOfView, LARGEST_BODY, readBody } from './view-body.ts'

/** The largest number that the store takes for one. */
const LAST_VERSION = 2 ** 31 - 1

const FOREIGN = 'This view shows an account that is not open to you.'

/**
 * Saved views over HTTP: list, add, change, delete, restore, and choose the one to open with. A change
 * names the version that it was made from in `If-Match`; where that is not the newest the answer is
 * 409 with the newest. Whoever signs in is the owner of what they save, and alone can change or delete it.
 */
export function savedViewsApi(store: Store) {
  return new Hono<Identified>()
    .use(takeJsonOnly)
    .use(
      bodyLimit({
        maxSize: LARGEST_BODY,
        onError: (context) => refuse(context, 413, 'This is too much for a saved view.'),
      }),
    )
    .get('/', async (context) => answer(context, { views: await viewsOf(store, context).list() }))
    .get('/:id', async (context) => {
      const view = await viewsOf(store, context).get(context.req.param('id'))
      return view ? answer(context, view) : refuse(context, 404, 'This view does not exist.')
    })
    .post('/', async (context) => {
      const read = await readBody(context, savedViewDraft)
      if (read.kind === 'wrong') return refuse(context, 400, read.message)
      const reader = context.get('reader')
      const accounts = accountsOfView(read.value.search, reader)
      if (!accounts) return refuse(context, 403, FOREIGN)
      const owner = ownerOf(reader) ?? read.value.owner
      const view = await viewsOf(store, context).add({ ...read.value, owner }, accounts)
      if (view) return answer(context, view, 201)
      return refuse(context, 409, 'There are too many saved views. Delete some first.')
    })
    .put('/start', async (context) => {
      const read = await readBody(context, startDraft)
      if (read.kind === 'wrong') return refuse(context, 400, read.message)
      const views = viewsOf(store, context)
      await views.start(read.value.id ?? undefined)
      return answer(context, { views: await views.list() })
    })
    .put('/:id', async (context) => {
      const read = await readBody(context, savedViewDraft)
      if (read.kind === 'wrong') return refuse(context, 400, read.message)
      const version = versionOf(context)
      if (version === undefined) return refuse(context, 428, 'If-Match must name a version.')
      const reader = context.get('reader')
      const accounts = accountsOfView(read.value.search, reader)
      if (!accounts) return refuse(context, 403, FOREIGN)
      const { owner, ...rest } = read.value
      // Whose view it is does not change with who corrects the name of everybody's.
      const values = ownerOf(reader) === undefined ? { ...rest, owner } : rest
      const views = viewsOf(store, context)
      return outcome(
        context,
        await views.change(context.req.param('id'), version, values, accounts),
      )
    })
    .delete('/:id', async (context) => {
      const version = versionOf(context)
      if (version === undefined) return refuse(context, 428, 'If-Match must name a version.')
      const views = viewsOf(store, context)
      return outcome(context, await views.remove(context.req.param('id'), version))
    })
    .post('/:id/restore', async (context) =>
      outcome(context, await viewsOf(store, context).restore(context.req.param('id'))),
    )
}

function viewsOf(store: Store, context: Context<Identified>): SavedViews {
  const { person, accounts } = context.get('reader')
  return createSavedViews(store, {
    person: person?.id ?? '',
    accounts: accounts.map(({ id }) => id),
  })
}

/** Who owns what a reader saves; undefined where nobody signs in. */
function ownerOf({ person }: Reader): string | undefined {
  return person && (person.name || person.email || person.id).slice(0, 100)
}

function versionOf(context: Context): number | undefined {
  const mark = /^"(\d+)"$/.exec(context.req.header('If-Match') ?? '')?.[1]
  if (mark === undefined) return undefined
  // A number that no version ever had is that of another version, and no fault.
  return Number(mark) <= LAST_VERSION ? Number(mark) : 0
}

function outcome(context: Context, change: Change): Response {
  switch (change.kind) {
    case 'done':
      return answer(context, change.view)
    case 'conflict':
      return answer(context, change.view, 409)
    case 'notTheirs':
      return refuse(context, 403, notTheirs(change.owner))
    case 'gone':
      return refuse(context, 404, 'This view does not exist any more.')
  }
}

function notTheirs(owner: string): string {
  return `Only ${owner || 'its owner'} can change or delete this view. Open it, and save it as your own.`
}

function answer(
  context: Context,
  body: SavedView | SavedViewsAnswer,
  status: 200 | 201 | 409 = 200,
): Response {
  context.header('Cache-Control', 'no-store')
  return context.json(body, status)
}
