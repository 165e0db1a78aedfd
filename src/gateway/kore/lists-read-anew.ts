import { LRUCache } from 'lru-cache'
import { isEmptyPage, nextPageMark } from './list-page.ts'

/** A page that can be kept for good. */
export interface DurablePage {
  readonly request: string
  /** JSON. */
  readonly body: string
}

/** Where settled answers outlive the gateway. */
export interface DurableAnswers {
  /** @returns the body; undefined where it is not kept */
  get(request: string): Promise<string | undefined>
  /** Adds a page of a list. One that is there stays as it is. */
  put(request: string, list: string, body: string): Promise<void>
  /** Puts a whole list in the place of what is kept of it: all of it, or nothing. */
  replace(list: string, pages: readonly DurablePage[]): Promise<void>
}

/** A page of a list that is read anew. */
interface ReadPage extends DurablePage {
  readonly list: string
  /** Empty for the first page. */
  readonly mark: string
}

/** The lists that are read anew beside what is kept of them. */
interface ListsReadAnew {
  /** Whether a page goes on with a list that is being read anew. */
  goesOn(list: string, mark: string): boolean
  /** Takes the next page; where it is the last one, the whole list is kept in the place of the old. */
  add(page: ReadPage): Promise<void>
}

const ROOM_BYTES = 64 * 1024 * 1024
const PATIENCE_MILLISECONDS = 10 * 60_000

/**
 * Gathers the pages of lists that are read anew until they are whole. A list whose reading ends half-way
 * changes nothing, and neither does an empty one: KORE no longer tells what it keeps no longer.
 */
export function createListsReadAnew(durable: DurableAnswers): ListsReadAnew {
  const begun = new LRUCache<string, readonly ReadPage[]>({
    maxSize: ROOM_BYTES,
    sizeCalculation: (pages) => pages.reduce((bytes, { body }) => bytes + body.length, 1),
    ttl: PATIENCE_MILLISECONDS,
  })
  const goesOn = (list: string, mark: string) => {
    const last = begun.get(list)?.at(-1)
    return last !== undefined && mark !== '' && nextPageMark(last.body) === mark
  }
  return {
    goesOn,
    async add(page) {
      const { list, mark, body } = page
      if (mark !== '' && !goesOn(list, mark)) return
      const pages = mark === '' ? [page] : [...(begun.get(list) ?? []), page]
      if (nextPageMark(body) !== undefined) {
        begun.set(list, pages)
        return
      }
      begun.delete(list)
      // The list may be kept under another spelling of the request: what is added takes nothing away.
      if (pages.every((one) => isEmptyPage(one.body))) {
        for (const one of pages) await durable.put(one.request, list, one.body)
        return
      }
      await durable.replace(list, pages)
    },
  }
}
