import { PAGE_MARKS } from '#contract/kore-words.ts'
import { fieldOf } from '../config/field-of.ts'

/** What tells pages of one list apart: empty for the first. @param parameters of the request for it */
export function pageMarkOf(parameters: URLSearchParams): string {
  return PAGE_MARKS.map((name) => parameters.get(name) ?? '')
    .join(' ')
    .trim()
}

/** The query of the page that a page names as its next; undefined where the list ends, or is none. */
export function nextPageQuery(body: string): string | undefined {
  const next = fieldOf(fieldOf(parse(body), 'meta'), 'next_page_url')
  return typeof next === 'string' ? next.split('?')[1] : undefined
}

/** The mark of that page. */
export function nextPageMark(body: string): string | undefined {
  return pageMarkOf(new URLSearchParams(nextPageQuery(body))) || undefined
}

/** Whether a page has nothing in it. */
export function isEmptyPage(body: string): boolean {
  const page = parse(body)
  const lists = typeof page === 'object' && page !== null ? Object.values(page) : []
  return !lists.some((list) => Array.isArray(list) && list.length > 0)
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
