import type { Page } from 'playwright/test'

/** Counts what a person presses on a page: that many clicks so far. */
interface Clicks {
  count(): Promise<number>
}

/**
 * Counts clicks of the mouse on the pages that come; to be called before going to the first. A list of the
 * browser's own that takes its choice counts as one: a press opens it, and the release chooses.
 */
export async function countClicks(page: Page): Promise<Clicks> {
  await page.addInitScript(() => {
    let clicks = 0
    Object.assign(window, { countedClicks: () => clicks })
    const count = (event: Event) => {
      if (event.isTrusted) clicks += 1
    }
    window.addEventListener('pointerdown', count, { capture: true })
    window.addEventListener(
      'change',
      (event) => {
        if (event.target instanceof HTMLSelectElement) clicks += 1
      },
      { capture: true },
    )
  })
  return {
    count: () =>
      page.evaluate(() => {
        const counted: unknown = Reflect.get(window, 'countedClicks')
        if (typeof counted !== 'function')
          throw new Error('The clicks of this page are not counted.')
        return Number(counted())
      }),
  }
}
