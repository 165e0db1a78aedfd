import type { Context } from 'hono'
import { refusal } from './refusals.ts'

const DEFAULT_PAGE_SIZE = 50
const MAX_PAGE_SIZE = 1000

/** What one list differs in from the others. */
export interface ListForm {
  /** The list's name in the answer. */
  readonly key: string
  /** The largest page; 1000 where it is not said (contract §2). */
  readonly maxPageSize?: number
  /** Whether a larger page is cut to the largest instead of refused. */
  readonly cutsLargePages?: boolean
  /**
   * Whether its `meta` is that of Programmable Wireless usage, which leaves out an address that there is
   * not, where all others say `null`, and has two fields that say nothing to a client.
   */
  readonly usageMeta?: boolean
}

/** Where a page of a list begins: what its token says. */
type Position = readonly number[]

/**
 * Answers with one page of a list that can be cut anywhere (contract §2).
 *
 * @param length how many things the whole list has
 * @param read makes the things of one page, `offset` to `offset + count`
 */
export function listPage(
  context: Context,
  form: ListForm,
  length: number,
  read: (offset: number, count: number) => readonly unknown[],
): Response {
  const request = parsePageRequest(context, form, 1)
  if (request instanceof Response) return request
  const { pageSize, position } = request
  const [offset = 0] = position
  const next = offset + pageSize
  return answer(context, form, pageSize, {
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
  form: ListForm,
  read: (from: readonly [number, number]) => Iterable<{ at: Position; item: unknown }>,
): Response {
  const request = parsePageRequest(context, form, 3)
  if (request instanceof Response) return request
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
  return answer(context, form, pageSize, { page, items, ...(next ? { next } : {}) })
}

/** @returns the refusal where `PageSize`, `Page` or `PageToken` is not valid */
function parsePageRequest(
  context: Context,
  { maxPageSize = MAX_PAGE_SIZE, cutsLargePages = false }: ListForm,
  numbers: number,
) {
  const { PageSize = String(DEFAULT_PAGE_SIZE), Page = '0', PageToken } = context.req.query()
  const isSize = /^\d+$/.test(PageSize) && Number(PageSize) >= 1
  if (!isSize || (Number(PageSize) > maxPageSize && !cutsLargePages)) {
    return refusal(context, 'invalidParameter', `PageSize must be 1 to ${maxPageSize}.`)
  }
  if (!/^\d+$/.test(Page)) {
    return refusal(context, 'invalidParameter', 'Page must be a whole number.')
  }
  const position = PageToken === undefined ? [] : PageToken.slice(2).split('-')
  const isToken =
    PageToken === undefined ||
    (/^PT[\d-]+$/.test(PageToken) && position.length === numbers && !position.includes(''))
  if (!isToken) return refusal(context, 'invalidPageToken', 'PageToken must be as given.')
  return { pageSize: Math.min(Number(PageSize), maxPageSize), position: position.map(Number) }
}

function answer(
  context: Context,
  { key, usageMeta = false }: ListForm,
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
  const previous = page.previous && url(page.page - 1, page.previous)
  const next = page.next && url(page.page + 1, page.next)
  const none = usageMeta ? undefined : null
  return context.json({
    [key]: page.items,
    meta: {
      key,
      page: page.page,
      page_size: pageSize,
      url: context.req.url,
      first_page_url: url(0, undefined),
      previous_page_url: previous ?? none,
      next_page_url: next ?? none,
      ...(usageMeta ? { list_key: key, direct_token: false } : {}),
    },
  })
}
