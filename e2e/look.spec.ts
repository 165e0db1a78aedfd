import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

/** The store is opened with its first use, which a busy machine takes seconds for. */
const OPENING = { timeout: 25_000 }

const SIZES = {
  wide: { width: 1366, height: 650 },
  narrow: { width: 390, height: 844 },
} as const

/** Pages that hold each part of the interface; with `LOOK=1` each is left as a picture in the results, too. */
const PAGES: readonly [name: string, path: string, ready: (page: Page) => Promise<void>][] = [
  ['account', '/account', chartPainted],
  ['picker', '/account', openPicker],
  ['SIM', '/sims/DE05ce978b68e50df46448eeb43623a623?range=last-7-days&by=hour', chartPainted],
  [
    'SIM list',
    '/sims?find=truck',
    (page) => expect(page.locator('tbody tr').first()).toBeVisible(),
  ],
  ['Super SIM', '/account?product=super-sim&group=network', chartPainted],
  [
    'comparison',
    '/account?range=last-7-days&compare=previous',
    async (page) => {
      await chartPainted(page)
      await expect(page.locator('[data-comparison]').first()).toBeAttached()
    },
  ],
  [
    'saved views',
    '/views',
    (page) => expect(page.getByText(/No view is saved yet|\d+ views?$/)).toBeVisible(OPENING),
  ],
  [
    'kept usage',
    '/kept',
    (page) => expect(page.getByText('Nothing is kept for good')).toBeVisible(),
  ],
  [
    'help',
    '/help',
    (page) => expect(page.getByRole('heading', { name: 'The address' })).toBeVisible(),
  ],
  [
    'signed out',
    '/signed-out',
    (page) => expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible(),
  ],
  [
    'top and movers',
    '/movers?product=super-sim',
    (page) =>
      expect(page.getByRole('region', { name: 'Use most' }).getByRole('listitem')).toHaveCount(5),
  ],
  [
    'report',
    '/report?product=super-sim&month=2026-10',
    (page) =>
      expect(page.getByRole('note', { name: 'How final this report is' })).toContainText(
        'Final and charged in full',
        OPENING,
      ),
  ],
  [
    'unknown SIM',
    `/sims/DE${'0'.repeat(32)}`,
    (page) => expect(page.getByRole('alert')).toContainText('There is no such SIM'),
  ],
  [
    'bad address',
    '/sims?colour=red&find=truck',
    (page) => expect(page.getByRole('note', { name: 'Address not understood' })).toBeVisible(),
  ],
  [
    'too long',
    '/account?range=last-200-days&by=hour',
    (page) => expect(page.getByText('too long')).toBeVisible(),
  ],
]

async function chartPainted(page: Page): Promise<void> {
  await expect(page.locator('[data-part] path').first()).toBeAttached()
}

async function openPicker(page: Page): Promise<void> {
  await chartPainted(page)
  await page.getByRole('button', { name: /^Range:/ }).click()
  await expect(page.getByRole('button', { name: 'Today', exact: true })).toBeVisible()
}

test.describe('look', () => {
  // An unknown SIM is answered with 404, which the browser logs.
  test.use({ failuresExpected: true })
  test.setTimeout(90_000)

  for (const [name, path, ready] of PAGES) {
    test(`${name} is accessible, light and dark, and fits its screen`, async ({
      page,
      expectAccessible,
    }, info) => {
      for (const [width, size] of Object.entries(SIZES)) {
        await page.setViewportSize(size)
        await page.goto(path)
        await ready(page)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await expect(page.locator('html')).toHaveAttribute(
            'data-mantine-color-scheme',
            colorScheme,
          )
          if (process.env.LOOK) {
            const picture = info.outputPath(`${name} ${width} ${colorScheme}.png`)
            await page.screenshot({ path: picture, fullPage: true })
          }
          // Nothing but its colours depends on the scheme.
          await expectAccessible(colorScheme === 'dark' ? ['color-contrast'] : undefined)
        }
        expect(await overflow(page)).toBeLessThanOrEqual(0)
      }
    })
  }

  test('nothing is cut off at 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    for (const path of [
      '/account',
      '/account?product=super-sim&group=fleet',
      '/sims',
      '/account?range=nonsense',
    ]) {
      await page.goto(path)
      await expect(page.locator('tbody tr').first()).toBeVisible()
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
    }
    await page.goto('/help')
    await expect(page.getByRole('heading', { name: 'The address' })).toBeVisible()
    expect(await overflow(page), 'help').toBeLessThanOrEqual(0)
  })

  test('all text grows where a browser makes it twice as large, and nothing is cut', async ({
    page,
  }) => {
    await page.setViewportSize(SIZES.wide)
    const session = await page.context().newCDPSession(page)
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    for (const path of [
      '/account?product=super-sim&group=country',
      '/sims',
      '/report?month=2026-10',
      '/views',
      '/help',
    ]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      if (path.startsWith('/account')) await chartPainted(page)
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
      expect(await cutOff(page), path).toEqual([])
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('28px')
      // What stays at the top covers nothing.
      const { bottom } = await boxOf(page.getByRole('banner'))
      expect((await boxOf(page.getByRole('heading', { level: 1 }))).top).toBeGreaterThan(bottom)
    }
  })

  test('navigation works by keyboard alone', async ({ page }) => {
    for (const size of Object.values(SIZES)) {
      await page.setViewportSize(size)
      await page.goto('/account')
      await chartPainted(page)
      await page.keyboard.press('Tab')
      await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
      if (size === SIZES.narrow) {
        await page.getByRole('button', { name: 'Open navigation' }).press('Enter')
      }
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: 'SIMs' })
        .press('Enter')
      await expect(page).toHaveURL(/\/sims$/)
    }
  })
})

/** The names and labels that are cut off, and the labels of a chart that reach out of it. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element) =>
      getComputedStyle(element).overflowX === 'hidden' &&
      element.clientWidth > 2 &&
      element.textContent !== '' &&
      element.scrollWidth > element.clientWidth + 1
    const reachesOut = (text: Element) => {
      const [inner, outer] = [text, text.closest('svg') ?? text].map((one) =>
        one.getBoundingClientRect(),
      )
      return inner !== undefined && outer !== undefined && inner.left < outer.left - 1
    }
    return [
      ...[...document.querySelectorAll('button, button *, label, legend, th, h1, h2, h3')].filter(
        isCut,
      ),
      ...[...document.querySelectorAll('.recharts-surface text')].filter(reachesOut),
    ].map((element) => element.textContent ?? '')
  })
}

function boxOf(locator: Locator): Promise<{ top: number; bottom: number }> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom }
  })
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
