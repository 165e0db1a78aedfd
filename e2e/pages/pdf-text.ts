import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright/test'

/** What a page is printed on. */
export type Paper = 'A4' | 'Letter'

/** A page as the browser prints it: the words of each sheet, in one line. */
export async function printedText(page: Page, paper: Paper): Promise<string[]> {
  // The page learns of it before the browser lays it out, as it does where somebody prints.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const data = new Uint8Array(await page.pdf({ format: paper }))
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  const { promise } = getDocument({ data, verbosity: 0, useSystemFonts: true })
  const file = await promise
  const sheets = await Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const { items } = await (await file.getPage(index + 1)).getTextContent()
      const words = items.map((item) =>
        'str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '',
      )
      return words.join('').replace(/\s+/g, ' ')
    }),
  )
  await file.cleanup()
  return sheets
}

/** Text of a table's cell as it stands in one line. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
