/**
 * Puts a text into the clipboard that may still be made: the clipboard is asked at once, as WebKit lets a page
 * write only while a click is handled.
 */
export function copyText(text: Promise<string>): Promise<void> {
  const content = text.then((whole) => new Blob([whole], { type: 'text/plain' }))
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': content })])
}
