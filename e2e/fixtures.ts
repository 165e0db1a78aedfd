import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect } from 'playwright/test'
import { readPage } from '#gateway/http/page.ts'
import { createSignIn } from '#gateway/sign-in/sign-in.ts'
import type { SandboxConfig } from '#sandbox/config.ts'
import { type OpenIdProvider, startOpenIdProvider } from '#testing/sign-in/openid-provider.ts'
import { STACK_NOW, type Stack, startStack } from '#testing/stack.ts'

const BUILT_APP = fileURLToPath(new URL('../dist', import.meta.url))

interface Fixtures {
  /** Checks the page for violations of WCAG 2.2 AA. @param rules these alone; all where none are named */
  readonly expectAccessible: (rules?: readonly string[]) => Promise<void>
  /** Whether failed requests belong to the test; any other console error fails it always. */
  readonly failuresExpected: boolean
}

interface WorkerFixtures {
  readonly stack: Stack
  /** Ids of the sandbox's accounts that are shown. */
  readonly accounts: readonly string[]
  /** How the sandbox differs from the default. */
  readonly sandbox: Partial<SandboxConfig>
  /** Whether people have to sign in, at `provider`. */
  readonly signsIn: boolean
  readonly provider: OpenIdProvider
}

/**
 * The built app, its gateway and a sandbox for each worker. The sandbox's clock stands still, and the
 * page learns the time from it; the browser's own clock is left to run.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  accounts: [['main'], { option: true, scope: 'worker' }],
  sandbox: [{}, { option: true, scope: 'worker' }],
  signsIn: [false, { option: true, scope: 'worker' }],
  provider: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use) => {
      const provider = await startOpenIdProvider()
      await use(provider)
      await provider.close()
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ accounts, sandbox, signsIn, provider }, use) => {
      const app = { folder: BUILT_APP, page: await readPage(BUILT_APP) }
      const stack = await startStack(sandbox, {
        app,
        timeout: 4_000,
        accounts,
        ...(signsIn
          ? { signIn: (url, parts) => createSignIn(provider.signInConfig(url), parts) }
          : {}),
      })
      await use(stack)
      await stack.close()
    },
    { scope: 'worker' },
  ],
  failuresExpected: [false, { option: true }],
  baseURL: async ({ stack }, use) => use(stack.gatewayUrl),
  page: async ({ page, stack, failuresExpected }, use) => {
    stack.sandbox.setFault('none')
    await stack.moveClock(STACK_NOW)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      const failedRequest = /^Failed to load resource|^TypeError: Failed to fetch dynamically/.test(
        message.text(),
      )
      if (message.type() === 'error' && !(failuresExpected && failedRequest)) {
        errors.push(message.text())
      }
    })
    await use(page)
    expect(errors, 'errors in the console').toEqual([])
  },
  expectAccessible: async ({ page }, use) => {
    await use(async (rules) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const axe = new AxeBuilder({ page })
      const { violations } = await (rules
        ? axe.withRules([...rules])
        : axe.withTags(tags)
      ).analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`,
      )
      expect(found).toEqual([])
    })
  },
})

export { expect }
