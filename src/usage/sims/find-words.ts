/** As many digits as an ICCID has at the least. */
const ICCID_DIGITS = 18

/**
 * The words of what somebody typed or pasted: in lower case, without quotes. An ICCID that is written
 * in groups of digits is one word.
 */
export function wordsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/["'“”‘’]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  const joined = words.join('')
  return joined.length >= ICCID_DIGITS && /^\d+$/.test(joined) ? [joined] : words
}

/** Whether every word occurs somewhere in a text, in any case. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const haystack = text.toLowerCase()
  return words.every((word) => haystack.includes(word))
}
