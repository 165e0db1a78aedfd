import { expect, it, vi } from 'vitest'
import { type LoadingBrowser, loadPatiently } from './load-patiently.ts'

/** A browser whose time passes at once, and what it was asked to do. */
function fakeBrowser(lastReload?: number, mayNote = true) {
  const reloads: number[] = []
  const browser: LoadingBrowser = {
    isOnline: () => true,
    untilOnline: vi.fn(async () => undefined),
    wait: vi.fn(async () => undefined),
    now: () => 1_000_000,
    lastReload: () => lastReload,
    reload(at) {
      if (mayNote) reloads.push(at)
      return mayNote
    },
  }
  return { browser, reloads }
}

const missing = () => vi.fn<() => Promise<string>>(() => Promise.reject(new Error('no such piece')))

/** What came of it, where anything has by now. */
const outcome = (loading: Promise<string>) =>
  Promise.race([
    loading.catch(String),
    new Promise<string>((resolve) => setTimeout(() => resolve('waits'), 20)),
  ])

it('tries again for a piece that is missing for a moment', async () => {
  const { browser, reloads } = fakeBrowser()
  const load = missing()
  load.mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('there')
  expect(await loadPatiently(load, browser)).toBe('there')
  expect([load.mock.calls.length, reloads]).toEqual([2, []])
})

it('loads the page anew once where the piece stays missing, and shows no fault meanwhile', async () => {
  const { browser, reloads } = fakeBrowser()
  const load = missing()
  expect(await outcome(loadPatiently(load, browser))).toBe('waits')
  expect([load.mock.calls.length, reloads]).toEqual([3, [1_000_000]])
})

it('does not load it anew for ever', async () => {
  const { browser, reloads } = fakeBrowser(950_000)
  expect(await outcome(loadPatiently(missing(), browser))).toBe('Error: no such piece')
  expect(reloads).toEqual([])
  const later = fakeBrowser(900_000)
  await outcome(loadPatiently(missing(), later.browser))
  expect(later.reloads).toEqual([1_000_000])
})

it('does not load it anew where that cannot be noted', async () => {
  const { browser } = fakeBrowser(undefined, false)
  expect(await outcome(loadPatiently(missing(), browser))).toBe('Error: no such piece')
})

it('waits for as long as the browser is offline', async () => {
  const { browser, reloads } = fakeBrowser()
  const offline = { ...browser, isOnline: () => false }
  const load = missing()
  load.mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce('there')
  expect(await loadPatiently(load, offline)).toBe('there')
  expect(browser.untilOnline).toHaveBeenCalledTimes(1)
  expect([browser.wait, reloads]).toEqual([expect.anything(), []])
})
