import { hasWords } from './find-words.ts'

/** What a SIM can be found by. */
export interface FindableSim {
  readonly sid: string
  readonly name: string
  readonly uniqueName: string
  readonly iccid: string
  readonly status: string
}

/** Whether every word of a text occurs in a SIM's identifiers, names or status. @param words from `wordsOf` */
export function isFoundBy(
  { name, uniqueName, sid, iccid, status }: FindableSim,
  words: readonly string[],
): boolean {
  return hasWords({ texts: [name, uniqueName, status], sid, iccid }, words)
}
