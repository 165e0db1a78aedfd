/** A SID, wherever it stands: beside a word such as SIM, or in the address of a page. */
const SID = /(?<![\da-z])[a-z]{2}[\da-f]{32}(?![\da-z])/

/** The page of a SIM that is known by a name of its own. */
const SIM_PAGE = /^https?:\/\/[^\s?#]*\/sims\/([\w.~-]+)/

/** 18 to 22 digits, in groups or not; an ICCID of 19 is filled up with F where it is stored. */
const ICCID = /(?<![\da-z])\d(?:[\s.\-\u2010-\u2015]?\d){17,21}(?=f{0,2}(?![\da-z]))/

/**
 * The words of what somebody typed or pasted: in lower case, without quotes and the marks around them.
 * Where it names one SIM, fleet or network by its identifier, that alone counts.
 */
export function wordsOf(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase()
  const [sid] = SID.exec(lower) ?? []
  if (sid) return [sid]
  const page = SIM_PAGE.exec(lower)?.[1]
  if (page) return [page]
  const [iccid] = ICCID.exec(lower) ?? []
  if (iccid) return [iccid.replace(/\D/g, '')]
  return lower
    .replace(/["'“”‘’]/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[,.;:]+|[,.;:]+$/g, ''))
    .filter(Boolean)
}

/** Fewer letters than these stand in many SIDs by chance, and in many ICCIDs. */
const LEAST_OF_SID = 6
const LEAST_OF_ICCID = 4

/** What something can be found by. */
interface Findable {
  /** Its names, and whatever else is said of it. */
  readonly texts: readonly string[]
  readonly sid: string
  readonly iccid?: string
}

/**
 * Whether every word occurs in one of the texts, in any case, or in an identifier, of which a word must be
 * more than a few letters.
 *
 * @param words from `wordsOf`
 */
export function hasWords({ texts, sid, iccid = '' }: Findable, words: readonly string[]): boolean {
  return words.every(
    (word) =>
      texts.some((text) => text.toLowerCase().includes(word)) ||
      (word.length >= LEAST_OF_SID && sid.toLowerCase().includes(word)) ||
      (word.length >= LEAST_OF_ICCID && iccid.includes(word)),
  )
}
