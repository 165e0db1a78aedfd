import { hasWords, wordsOf } from './find-words.ts'

/** What a SIM can be found by. */
export interface FindableSim {
  readonly sid: string
  readonly name: string
  readonly uniqueName: string
  readonly iccid: string
  readonly status: string
}

/**
 * The SIMs in which every word of a text occurs, in any identifier and in any case. Quotes and
 * spaces around a pasted identifier do not matter.
 */
export function findSims<T extends FindableSim>(sims: readonly T[], text: string): T[] {
  const words = wordsOf(text)
  return sims.filter(({ name, uniqueName, sid, iccid, status }) =>
    hasWords(`${name} ${uniqueName} ${sid} ${iccid} ${status}`, words),
  )
}
