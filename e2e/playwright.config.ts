import { defineConfig } from 'playwright/test'
import { CHROMIUM_OPTIONS, findSystemChromium } from './browser.ts'

const executablePath = findSystemChromium()

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

/** What no layout changes, or what chooses its own sizes, and is tested once. */
const SAME_AT_ANY_WIDTH =
  /(account-usage|accounts|address|budgets|coming-back|comparison|dates|export|forecast|gathering|hostile|jump|kept-usage|layout|look|months|movers|narrowed-sims|observed|open-page|pace|refused-product|report|saved-views|shared-links|sign-in|states|super-sim|tasks|why)\.spec\.ts/

/** In the other files, the tests of what no layout changes. */
const AT_ANY_WIDTH = /@any-width/

/** What a layout changes is tested wide and light, and narrow and dark; how it looks (look.spec) in all four. */
export default defineConfig({
  testDir: '.',
  globalSetup: '../src/testing/store/empty-store.ts',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // On a shared machine: a second try that passes is told as flaky, never as passed at once.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    launchOptions: { args: CHROMIUM_OPTIONS, ...(executablePath ? { executablePath } : {}) },
    timezoneId: 'America/New_York',
    locale: 'en-US',
  },
  projects: [
    { name: 'wide-light', use: { viewport: WIDE, colorScheme: 'light' } },
    {
      name: 'narrow-dark',
      testIgnore: SAME_AT_ANY_WIDTH,
      grepInvert: AT_ANY_WIDTH,
      use: { viewport: NARROW, colorScheme: 'dark' },
    },
  ],
})
