import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import { SAVED_VIEW_LIMITS, type SavedViewDraft } from '#upstream/gateway-paths.ts'
import { gatewayAnswer } from './answer.ts'
import { refuseForeignPages } from './foreign-pages.ts'
import type { Change, SavedViews } from './store/saved-views.ts'

const LARGEST_BODY = 16 * 1024

/** Postgres has no NUL in a text. */
const text = (field: keyof typeof SAVED_VIEW_LIMITS) =>
  z.string().check(z.trim(), z.maxLength(SAVED_VIEW_LIMITS[field]), z.regex(/^[^\0]*$/))

const draft = z.strictObject({
  name: text('name').check(z.minLength(1)),
  description: text('description'),
  owner: text('owner'),
  // Only what the dashboard itself shows: a saved view never leads elsewhere.
  path: text('path').check(z.regex(/^\/(account|sims(\/[\w.-]{1,64})?)$/)),
  search: text('search').check(z.regex(/^[^?#\s]*$/)),
})

const start = z.strictObject({ id: z.nullable(z.string()) })

/**
 * Saved views over HTTP: list, add, change, delete, restore, and choose the one to open with. A change
 * names the version that it was made from in `If-Match`; where that is not the newest the answer is
 * 409 with the newest.
 */
export function savedViewsApi(views: SavedViews) {
  return new Hono()
    .use(refuseForeignPages)
    .use(
      bodyLimit({
        maxSize: LARGEST_BODY,
        onError: (context) => refuse(context, 413, 'This is too much for a saved view.'),
      }),
    )
    .get('/', async (context) => answer(context, { views: await views.list() }))
    .get('/:id', async (context) => {
      const view = await views.get(context.req.param('id'))
      return view ? answer(context, view) : refuse(context, 404, 'This view does not exist.')
    })
    .post('/', async (context) => {
      const read = await readBody(context, draft)
      if (read.kind === 'wrong') return refuse(context, 400, read.message)
      const view = await views.add(read.value)
      if (view) return answer(context, view, 201)
      return refuse(context, 409, 'There are too many saved views. Delete some first.')
    })
    .put('/start', async (context) => {
      const read = await readBody(context, start)
      if (read.kind === 'wrong') return refuse(context, 400, read.message)
      await views.start(read.value.id ?? undefined)
      return answer(context, { views: await views.list() })
    })
    .put('/:id', async (context) => {
      const read = await readBody<SavedViewDraft>(context, draft)
      if (read.kind === 'wrong') return refuse(context, 400, read.message)
      const version = versionOf(context)
      if (version === undefined) return refuse(context, 428, 'If-Match must name a version.')
      return outcome(context, await views.change(context.req.param('id'), version, read.value))
    })
    .delete('/:id', async (context) => {
      const version = versionOf(context)
      if (version === undefined) return refuse(context, 428, 'If-Match must name a version.')
      return outcome(context, await views.remove(context.req.param('id'), version))
    })
    .post('/:id/restore', async (context) =>
      outcome(context, await views.restore(context.req.param('id'))),
    )
    .onError((_, context) =>
      refuse(context, 503, 'The store of saved views cannot be reached. Nothing was changed.'),
    )
}

function versionOf(context: Context): number | undefined {
  const mark = /^"(\d+)"$/.exec(context.req.header('If-Match') ?? '')?.[1]
  return mark === undefined ? undefined : Number(mark)
}

type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'wrong'; readonly message: string }

async function readBody<T>(context: Context, schema: z.ZodMiniType<T>): Promise<Read<T>> {
  const json: unknown = await context.req.json().catch(() => undefined)
  const result = schema.safeParse(json)
  if (result.success) return { kind: 'read', value: result.data }
  const issue = result.error.issues[0]
  const place = issue?.path.join('.') || 'The body'
  return { kind: 'wrong', message: `${place}: ${issue?.message ?? 'not understood'}` }
}

function outcome(context: Context, change: Change): Response {
  switch (change.kind) {
    case 'done':
      return answer(context, change.view)
    case 'conflict':
      return answer(context, change.view, 409)
    case 'gone':
      return refuse(context, 404, 'This view does not exist any more.')
  }
}

function answer(context: Context, body: object, status: 200 | 201 | 409 = 200): Response {
  context.header('Cache-Control', 'no-store')
  return context.json(body, status)
}

function refuse(
  context: Context,
  status: 400 | 404 | 409 | 413 | 428 | 503,
  message: string,
): Response {
  context.header('Cache-Control', 'no-store')
  const { body } = gatewayAnswer(status, message)
  return context.body(body, status, { 'Content-Type': 'application/json' })
}
