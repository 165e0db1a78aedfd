import { afterEach, expect, it, vi } from 'vitest'
import { copyText } from './copy-text.ts'

type Content = Record<string, Promise<Blob>>

afterEach(() => vi.unstubAllGlobals())

/** A clipboard that keeps what it is given, as the browser does until its content is there. */
function openClipboard() {
  const given: Content[] = []
  class KeptItem {
    readonly content: Content
    constructor(content: Content) {
      this.content = content
    }
  }
  const write = async (items: readonly KeptItem[]) => {
    given.push(...items.map(({ content }) => content))
    await Promise.all(items.flatMap(({ content }) => Object.values(content)))
  }
  vi.stubGlobal('ClipboardItem', KeptItem)
  vi.stubGlobal('navigator', { clipboard: { write } })
  return given
}

it('asks the clipboard while the click is handled, before the text is there', async () => {
  const given = openClipboard()
  const begun: (() => void)[] = []
  const text = new Promise<string>((resolve) => begun.push(() => resolve('start\ttotal')))
  const copied = copyText(text)
  expect(given).toHaveLength(1)
  for (const finish of begun) finish()
  await copied
  const content = await given[0]?.['text/plain']
  expect(await content?.text()).toBe('start\ttotal')
  expect(content?.type).toBe('text/plain')
})

it('says so where the text cannot be made', async () => {
  openClipboard()
  await expect(copyText(Promise.reject(new Error('no table')))).rejects.toThrow('no table')
})
