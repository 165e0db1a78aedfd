import type { Browser } from 'playwright'
import { ALLOW_NAMED_FUNCTIONS } from './browser-page.ts'
import { median, RUNS } from './figure.ts'

/** What stands in the table for `timeFixedWork`. */
export const FIXED_WORK = 'fixed work in the same browser'

/**
 * What is measured, and how long fixed work took around it: what else the machine has to do, and how quick it
 * is, then weighs on both.
 *
 * @returns the milliseconds of the fixed work, too
 */
export async function besideFixedWork<Result>(
  browser: Browser,
  measure: () => Promise<Result>,
): Promise<[Result, number]> {
  const before = await timeFixedWork(browser)
  const result = await measure()
  const after = await timeFixedWork(browser)
  return [result, (before + after) / 2]
}

/**
 * Milliseconds that a page without anything takes for work that is always the same: 28,000 objects to a text
 * and back, ordered, and summed by name, which is about what lists and charts do. It is sized to about
 * three frames (51–56 ms of one core, most times), so that 1 × is still at once, and 4 × is noticed.
 */
async function timeFixedWork(browser: Browser): Promise<number> {
  const page = await browser.newPage()
  try {
    await page.addInitScript(ALLOW_NAMED_FUNCTIONS)
    await page.goto('about:blank')
    const times = await page.evaluate(async (runs) => {
      const took: number[] = []
      for (let run = 0; run < runs; run += 1) {
        await new Promise((resolve) => setTimeout(resolve))
        const begun = performance.now()
        const made = Array.from({ length: 28_000 }, (_, index) => ({
          name: `sim-${(index * 7_919) % 9_973}`,
          bytes: (index * 104_729) % 9_000_000,
        }))
        const read: typeof made = JSON.parse(JSON.stringify(made))
        read.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.bytes - a.bytes))
        const sums = new Map<string, number>()
        for (const { name, bytes } of read) sums.set(name, (sums.get(name) ?? 0) + bytes)
        if (sums.size !== 9_973) throw new Error('The fixed work is not what it was.')
        took.push(performance.now() - begun)
      }
      return took
      // The first are compiled while they run.
    }, RUNS + 2)
    return median(times.slice(2))
  } finally {
    await page.close()
  }
}
