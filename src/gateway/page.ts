import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Stands in the built page wherever the nonce belongs (vite.config.ts sets it). */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * Reads the built page.
 *
 * @returns makes the page for one answer, with that answer's nonce
 * @throws Error that says to build where there is no build
 */
export async function readPage(folder: string): Promise<(nonce: string) => string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
    throw new Error('Roamboard is not built: run `npm run build` first.')
  })
  return (nonce) => html.replaceAll(NONCE_PLACEHOLDER, nonce)
}
