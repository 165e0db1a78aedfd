import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'

/** Stands in the built page wherever the nonce belongs (vite.config.ts sets it). */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** The read-only link that a page shows. */
export interface PageLink {
  readonly token: string
  /** What is told of it to whoever is shown its address only; undefined where there is no such link. */
  readonly words?: { readonly title: string; readonly description: string } | undefined
}

/** Makes the page for one answer, with that answer's nonce. */
export type Page = (nonce: string, link?: PageLink) => string

/**
 * Reads the built page.
 *
 * @throws Error that says to build where there is no build
 */
export async function readPage(folder: string): Promise<Page> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
    throw new Error('Roamboard is not built: run `npm run build` first.')
  })
  return (nonce, link) => {
    const page = html.replaceAll(NONCE_PLACEHOLDER, nonce)
    if (link === undefined) return page
    // The reader of a link asks as such.
    const about = `${GATEWAY_PATHS.about}?${new URLSearchParams({ link: link.token })}`
    const own = page.replace(`"${GATEWAY_PATHS.about}"`, () => `"${about}"`)
    return link.words ? withWords(own, link.words) : own
  }
}

/** The page with a title and a description of its own, for people (HTML) and for chats (Open Graph). */
function withWords(page: string, words: NonNullable<PageLink['words']>): string {
  const [title, description] = [escapeHtml(words.title), escapeHtml(words.description)]
  const openGraph = `<meta property="og:title" content="${title}" /><meta property="og:description" content="${description}" />`
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>${openGraph}`)
    .replace(
      /<meta name="description" content="[^"]*"/,
      () => `<meta name="description" content="${description}"`,
    )
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
