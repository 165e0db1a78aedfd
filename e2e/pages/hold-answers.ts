import type { Page } from 'playwright/test'

/** Holds the answers to requests whose address matches back until they are released. */
export async function holdAnswers(page: Page, address: string): Promise<{ release(): void }> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(address, async (route) => {
    await held
    await route.continue()
  })
  return { release }
}
