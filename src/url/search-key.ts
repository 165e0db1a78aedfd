/** One key of the address's query: how its word is read and written. `parse` undoes `serialize`. */
export interface SearchKey<T> {
  readonly name: string
  /** What holds where the address is silent; it is not written. */
  readonly fallback: T
  /** What would have been understood, to complete "expected …". */
  readonly expected: string
  /** What would have been understood in place of one word, where more can be said of it. */
  expectedFor?(word: string): string | undefined
  /** @returns undefined for a word that means nothing here */
  parse(word: string): T | undefined
  serialize(value: T): string
  /** The words that it may have, one by one or by their form; left out where `parse` alone can tell. */
  readonly takes?: readonly string[] | RegExp
  /** How something is shown is written after what is shown. */
  readonly writtenLast?: true
  /** Its value means nothing in another account: whoever changes the account drops it. */
  readonly ofOneAccount?: true
}

/** A word of the address that was not understood; its fallback is used. */
export interface SearchProblem {
  readonly name: string
  readonly word: string
  readonly expected: string
}

/** What a chat, a letter or a sentence leaves behind an address that was copied out of it. */
const BEHIND_ADDRESS = /[.,;:!?)\]}>"'”’»]+$/u

/** What campaigns, letters and social networks add to the addresses that lead out of them. */
const ADDED_BY_OTHERS =
  /^(?:utm_.+|mtm_.+|_hs.+|mc_[ce]id|(?:fb|g|d|tw|tt|y)clid|msclkid|[gw]braid|igshid|mkt_tok)$/

/** @returns undefined for a word that means nothing, also without what stands behind it */
function understand<T>(key: SearchKey<T>, word: string): T | undefined {
  return key.parse(word) ?? key.parse(bare(word))
}

function bare(word: string): string {
  return word.replace(BEHIND_ADDRESS, '')
}

/** The value of a key, or its fallback. A key that is there twice contradicts itself. */
export function readKey<T>(parameters: URLSearchParams, key: SearchKey<T>): T {
  const words = parameters.getAll(key.name)
  const [word] = words
  if (word === undefined || words.length > 1) return key.fallback
  return understand(key, word) ?? key.fallback
}

/** Writes a key, unless it has its fallback. */
export function writeKey<T>(parameters: URLSearchParams, key: SearchKey<T>, value: T): void {
  const word = key.serialize(value)
  if (word !== key.serialize(key.fallback)) parameters.set(key.name, word)
}

/** Everything in a query that was not understood: unknown keys, keys given twice, unknown words. */
export function findSearchProblems(
  parameters: URLSearchParams,
  keys: readonly SearchKey<unknown>[],
): SearchProblem[] {
  const names = [...new Set(parameters.keys())].filter((name) => !ADDED_BY_OTHERS.test(name))
  return names.flatMap((name) => {
    const words = parameters.getAll(name)
    const word = words.join(' and ')
    const key = keys.find((one) => one.name === name)
    if (!key) {
      return {
        name,
        word,
        expected: `one of ${keys.map((one) => one.name).join(', ')} as its name`,
      }
    }
    if (words.length > 1) return { name, word, expected: 'one value only' }
    if (understand(key, word) !== undefined) return []
    return { name, word, expected: key.expectedFor?.(bare(word)) ?? key.expected }
  })
}

/** A key whose word is one of a few. */
export function wordKey<T extends string>(
  name: string,
  words: readonly T[],
  fallback: T,
): SearchKey<T> {
  return {
    name,
    fallback,
    expected: words.join(', '),
    takes: words,
    parse: (word) => words.find((known) => known === word),
    serialize: (value) => value,
  }
}

/** A key that is silent, or holds a text of a form. */
export function patternKey(name: string, form: RegExp, expected: string): SearchKey<string> {
  return {
    name,
    fallback: '',
    expected,
    takes: form,
    parse: (word) => (form.test(word) ? word : undefined),
    serialize: (value) => value,
  }
}

/** A key that holds any text. */
export function textKey(name: string): SearchKey<string> {
  return patternKey(name, /^.*$/su, 'a text')
}
