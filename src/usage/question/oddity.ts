/**
 * What was odd in an answer of KORE's, and read all the same; it is told, once, beside the numbers.
 *
 * - `repeated`: a record that came twice on one page, and counts once; in records.
 * - `partsExceed`, `partsFallShort`: parts of data that add up to more or less than their whole; in
 *   bytes. `commandsExceed`, `commandsFallShort`: the same of Commands.
 * - `directionsDiffer`: data whose upload and download do not add up to its total; in bytes.
 * - `withoutSim`: data by SIM that is of no SIM; in bytes.
 * - `converted`: data that was not told in bytes; in records.
 */
export type OddityKind =
  | 'repeated'
  | 'partsExceed'
  | 'partsFallShort'
  | 'commandsExceed'
  | 'commandsFallShort'
  | 'directionsDiffer'
  | 'withoutSim'
  | 'converted'

export interface Oddity {
  readonly kind: OddityKind
  /** In what the kind is counted in. */
  readonly amount: number
}

/** Oddities of one kind are one, with their amounts added; in order of what was met first. */
export function sumOddities(oddities: Iterable<Oddity>): Oddity[] {
  const amounts = new Map<OddityKind, number>()
  for (const { kind, amount } of oddities) amounts.set(kind, (amounts.get(kind) ?? 0) + amount)
  return [...amounts].map(([kind, amount]) => ({ kind, amount }))
}
