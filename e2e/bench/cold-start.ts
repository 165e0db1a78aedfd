import type { Browser } from 'playwright'
import * as z from 'zod/mini'
import type { Stack } from '#testing/stack.ts'
import { type Figure, median, RUNS } from './figure.ts'
import { openUnwatched, type UnwatchedPage } from './unwatched-page.ts'

/** Fast 3G, as Chromium's own tools have it. */
const FAST_3G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (0.75e6 / 8) * 0.9,
}
const SLOWER = 4

/** Coming to the page on a slow phone far from a mast, with nothing kept. */
export async function coldStart(browser: Browser, stack: Stack): Promise<Figure[]> {
  const [pages, plains, paints]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run <= RUNS; run += 1) {
    const loaded = await onSlowPage(browser, (page) => load(page, `${stack.gatewayUrl}/account`))
    const plain = await onSlowPage(browser, (page) =>
      loadPlain(page, stack.gatewayUrl, loaded.addresses),
    )
    // The first fills the gateway's memory for both.
    if (run === 0) continue
    pages.push(loaded.painted)
    paints.push(loaded.largestPaint)
    plains.push(plain)
  }
  return [
    {
      name: 'cold navigation → chart, 4 × slower, fast 3G',
      measured: median(pages),
      baseline: 'plain download and parse of the same',
      against: median(plains),
      unit: 'ms',
      atMost: 1.3,
    },
    {
      name: 'largest contentful paint of it',
      measured: median(paints),
      baseline: 'the same plain download',
      against: median(plains),
      unit: 'ms',
      atMost: 0.9,
    },
  ]
}

async function onSlowPage<Result>(
  browser: Browser,
  use: (page: UnwatchedPage) => Promise<Result>,
): Promise<Result> {
  const page = await openUnwatched(browser)
  try {
    await page.send('Network.enable')
    await page.send('Network.emulateNetworkConditions', FAST_3G)
    await page.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    return await use(page)
  } finally {
    await page.close()
  }
}

const LOADED = z.object({
  /** Milliseconds from the navigation to the chart, and to the largest paint. */
  painted: z.number(),
  largestPaint: z.number(),
  /** What was loaded for it. */
  addresses: z.array(z.string()),
})

async function load(page: UnwatchedPage, address: string) {
  await page.beforeEach(() => {
    const painted = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('[data-part] path')) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      }).observe(document, { childList: true, subtree: true })
    })
    Object.assign(window, { painted })
  })
  await page.goTo(address)
  const found = await page.evaluate(async () => {
    const painted = await Reflect.get(window, 'painted')
    const largestPaint = await new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      })
    })
    const addresses = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\.(js|css)$|\/api\//.test(name))
    return { painted, largestPaint, addresses }
  }, undefined)
  return LOADED.parse(found)
}

/**
 * The same files and answers all at once, with nothing done to them but what their kind asks for. First
 * comes a page, as it does for the app: nothing can be asked for before.
 *
 * @returns milliseconds from the navigation
 */
async function loadPlain(
  page: UnwatchedPage,
  origin: string,
  addresses: readonly string[],
): Promise<number> {
  await page.goTo(`${origin}/healthz`)
  const took = await page.evaluate(async (all) => {
    await Promise.all(
      all.map(async (address) => {
        if (address.endsWith('.js')) {
          const link = Object.assign(document.createElement('link'), {
            rel: 'modulepreload',
            href: address,
          })
          const done = new Promise((resolve) => {
            link.onload = resolve
            link.onerror = resolve
          })
          document.head.append(link)
          return done
        }
        const text = await (await fetch(address)).text()
        return address.includes('/api/') ? JSON.parse(text) : text
      }),
    )
    return performance.now()
  }, addresses)
  return z.number().parse(took)
}
