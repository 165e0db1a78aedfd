import type { Context } from 'hono'
import { refusal } from './refusals.ts'

const DEFAULT_PAGE_SIZE = 50
const MAX_PAGE_SIZE = 1000

/** Where a page of a list begins: what its token says. */
type Position = readonly number[]

/**
 * Answers with one page of a list that can be cut anywhere (contract §2).
 *
 * @param key the list's name in the answer
 * @param length how many things the whole list has
 * @param read makes the things of one page, `offset` to `offset + count`
 */
export function listPage(
  context: Context,
  key: string,
  length: number,
  read: (offset: number, count: number) => readonly unknown[],
): Response {
  const request = parsePageRequest(context, 1)
  if (!request) return refuse(context)
  const { pageSize, position } = request
  const [offset = 0] = position
  const next = offset + pageSize
  return answer(context, key, pageSize, {
    page: Math.floor(offset / pageSize),
    items: read(offset, Math.max(0, Math.min(pageSize, length - offset))),
    ...(offset > 0 ? { previous: [Math.max(0, offset - pageSize)] } : {}),
    ...(next < length ? { next: [next] } : {}),
  })
}

/**
 * Answers with one page of a list that is made as it is read, whose length nobody knows before.
 *
 * @param read gives the things from a position of two numbers on, each with its own
 */
export function streamPage(
  context: Context,
  key: string,
  read: (from: readonly [number, number]) => Iterable<{ at: Position; item: unknown }>,
): Response {
  const request = parsePageRequest(context, 3)
  if (!request) return refuse(context)
  const { pageSize, position } = request
  const [first = 0, second = 0, page = 0] = position
  const items: unknown[] = []
  let next: Position | undefined
  for (const { at, item } of read([first, second])) {
    if (items.length === pageSize) {
      next = [...at, page + 1]
      break
    }
    items.push(item)
  }
  return answer(context, key, pageSize, { page, items, ...(next ? { next } : {}) })
}

/** @returns undefined where `PageSize` or `PageToken` is not valid */
function parsePageRequest(context: Context, numbers: number) {
  const size = context.req.query('PageSize') ?? String(DEFAULT_PAGE_SIZE)
  const token = context.req.query('PageToken')
  const position = token === undefined ? [] : token.slice(2).split('-')
  const validToken =
    token === undefined || (/^PT[\d-]+$/.test(token) && position.length === numbers)
  const validSize = /^\d+$/.test(size) && Number(size) >= 1 && Number(size) <= MAX_PAGE_SIZE
  if (!validToken || !validSize || position.includes('')) return undefined
  return { pageSize: Number(size), position: position.map(Number) }
}

function refuse(context: Context): Response {
  return refusal(context, 'invalidParameter', 'PageSize must be 1 to 1000, PageToken as given.')
}

function answer(
  context: Context,
  key: string,
  pageSize: number,
  page: { page: number; items: readonly unknown[]; previous?: Position; next?: Position },
): Response {
  const url = (number: number, position: Position | undefined) => {
    const href = new URL(context.req.url)
    href.searchParams.set('PageSize', String(pageSize))
    href.searchParams.set('Page', String(number))
    href.searchParams.delete('PageToken')
    if (position) href.searchParams.set('PageToken', `PT${position.join('-')}`)
    return href.href
  }
  return context.json({
    [key]: page.items,
    meta: {
      key,
      page: page.page,
      page_size: pageSize,
      url: context.req.url,
      first_page_url: url(0, undefined),
      previous_page_url: page.previous ? url(page.page - 1, page.previous) : null,
      next_page_url: page.next ? url(page.page + 1, page.next) : null,
    },
  })
}
