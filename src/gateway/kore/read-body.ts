/** Far more than the largest page of KORE takes. */
const LARGEST_BYTES = 32 * 1024 * 1024

/** An answer that has no end, or none that is in sight. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** The text of an answer. @throws TooLarge as soon as it is, or what ended it */
export async function readBody(response: Response, most = LARGEST_BYTES): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of response.body) {
    bytes += chunk.byteLength
    // Leaving the loop cancels what is yet to come.
    if (bytes > most) throw new TooLarge(`KORE's answer is larger than ${most / 2 ** 20} MiB.`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
