import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GATEWAY_PATHS } from '#contract/gateway-paths.ts'

/** Stands in the built page wherever the nonce belongs (vite.config.ts sets it). */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * Reads the built page.
 *
 * @returns makes the page for one answer, with that answer's nonce, and the token of the link that it shows
 * @throws Error that says to build where there is no build
 */
export async function readPage(folder: string): Promise<(nonce: string, link?: string) => string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
    throw new Error('Roamboard is not built: run `npm run build` first.')
  })
  return (nonce, link) => {
    const page = html.replaceAll(NONCE_PLACEHOLDER, nonce)
    if (link === undefined) return page
    // The reader of a link asks as such.
    const about = `${GATEWAY_PATHS.about}?${new URLSearchParams({ link })}`
    return page.replace(`"${GATEWAY_PATHS.about}"`, `"${about}"`)
  }
}
