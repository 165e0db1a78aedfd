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
  const words = text
    .toLowerCase()
    .replace(/["'“”‘’]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  return sims.filter((sim) => {
    const haystack =
      `${sim.name} ${sim.uniqueName} ${sim.sid} ${sim.iccid} ${sim.status}`.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
