import { type Browser, chromium, type Page } from 'playwright'
import { CHROMIUM_OPTIONS, findSystemChromium } from '../browser.ts'

/** Frames come as soon as they are done: nothing is rounded up to a sixtieth of a second. */
const UNBOUND_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** @param unbound whether frames come as soon as they are done */
export function launch(unbound: boolean): Promise<Browser> {
  const executablePath = findSystemChromium()
  return chromium.launch({
    args: [...CHROMIUM_OPTIONS, ...(unbound ? UNBOUND_FRAMES : [])],
    ...(executablePath ? { executablePath } : {}),
  })
}

/** A page that counts the tasks that held its main thread up. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.addInitScript(ALLOW_NAMED_FUNCTIONS)
  await page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(window, { longTasks: tasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  return page
}

/** What is sent into a page has been compiled for here, where functions are told their names. */
export const ALLOW_NAMED_FUNCTIONS = 'globalThis.__name = (named) => named'

/** The long tasks since they were asked for last, in milliseconds. */
export function takeLongTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'longTasks')
    return Array.isArray(found) ? found.splice(0) : []
  })
}
