/** The words of what somebody typed or pasted: in lower case, without quotes. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/["'“”‘’]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
}

/** Whether every word occurs somewhere in a text, in any case. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const haystack = text.toLowerCase()
  return words.every((word) => haystack.includes(word))
}
