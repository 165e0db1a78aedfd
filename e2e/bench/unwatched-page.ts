import type { Browser, CDPSession } from 'playwright'
import { ALLOW_NAMED_FUNCTIONS } from './browser-page.ts'

const SCREEN = { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false }

/**
 * A page as people have it, with no debugger attached. Playwright attaches one to each page it opens; V8 then
 * notes for every error object where it was made, and reads the whole script a second time for it: for the one
 * that React makes as it loads that is a tenth of a second on a slow phone, which no user waits for.
 */
export interface UnwatchedPage {
  /** Sends a command of the DevTools protocol. @throws Error what the browser says against it */
  send(method: string, parameters?: object): Promise<unknown>
  /** Runs a function in every document that comes, before its own scripts. */
  beforeEach(script: () => void): Promise<void>
  /** Ends once the new document is there; what it loads may still be on its way. */
  goTo(address: string): Promise<void>
  /** What a function gives in the page, awaited, as JSON can tell it. @throws Error what the function threw */
  evaluate<Argument>(run: (argument: Argument) => unknown, argument: Argument): Promise<unknown>
  close(): Promise<void>
}

/** Opens a page with nothing kept, in a context that Playwright does not know of. */
export async function openUnwatched(browser: Browser): Promise<UnwatchedPage> {
  const devtools = await browser.newBrowserCDPSession()
  const { browserContextId } = await devtools.send('Target.createBrowserContext')
  const { targetId } = await devtools.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
  })
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false })
  const send = commandsTo(devtools, sessionId)
  const beforeEach = async (source: string) => {
    await send('Page.addScriptToEvaluateOnNewDocument', { source })
  }
  await send('Page.enable')
  await send('Emulation.setDeviceMetricsOverride', SCREEN)
  await beforeEach(ALLOW_NAMED_FUNCTIONS)
  return {
    send,
    beforeEach: (script) => beforeEach(`(${script})()`),
    async goTo(address) {
      const fault = within(await send('Page.navigate', { url: address }), 'errorText')
      if (fault) throw new Error(`${address}: ${fault}`)
    },
    async evaluate(run, argument) {
      const answer = await send('Runtime.evaluate', {
        expression: `(${run})(${JSON.stringify(argument)})`,
        awaitPromise: true,
        returnByValue: true,
      })
      const fault = within(answer, 'exceptionDetails', 'exception', 'description')
      if (fault) throw new Error(`In the page: ${fault}`)
      return within(answer, 'result', 'value')
    },
    async close() {
      await devtools.send('Target.disposeBrowserContext', { browserContextId })
      await devtools.detach()
    },
  }
}

/** Commands and answers travel as texts within those of the browser's session. */
function commandsTo(devtools: CDPSession, sessionId: string): UnwatchedPage['send'] {
  let last = 0
  const waiting = new Map<unknown, (answer: unknown) => void>()
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer: unknown = JSON.parse(message)
    const id = within(answer, 'id')
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  return async (method, parameters = {}) => {
    last += 1
    const id = last
    const answered = new Promise((resolve) => waiting.set(id, resolve))
    const message = JSON.stringify({ id, method, params: parameters })
    await devtools.send('Target.sendMessageToTarget', { sessionId, message })
    const answer = await answered
    const fault = within(answer, 'error', 'message')
    if (fault) throw new Error(`${method}: ${fault}`)
    return within(answer, 'result')
  }
}

/** What stands at the end of some names within an answer; undefined where one is missing. */
function within(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>(
    (outer, name) =>
      typeof outer === 'object' && outer !== null ? Reflect.get(outer, name) : undefined,
    value,
  )
}
