/** What a SIM can be found by. */
export interface FindableSim {
  readonly sid: string
  readonly name: string
  readonly uniqueName: string
  readonly iccid: string
  readonly status: string
}

/**
 * Whether every word of a text occurs in one of a SIM's identifiers or in its status, in any case.
 *
 * @param words from `wordsOf`
 */
export function isFoundBy(
  { name, uniqueName, sid, iccid, status }: FindableSim,
  words: readonly string[],
): boolean {
  return words.every(
    (word) =>
      name.toLowerCase().includes(word) ||
      iccid.includes(word) ||
      sid.toLowerCase().includes(word) ||
      uniqueName.toLowerCase().includes(word) ||
      status.includes(word),
  )
}
