/**
 * A well-mixed 32-bit number from a few whole numbers, the same on every machine: the world's only
 * source of chance, so that usage is a pure function of its arguments.
 */
export function hash(a: number, b: number, c: number, d = 0): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b)
  h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35)
  h = Math.imul((h ^ (h >>> 13)) + c, 0x27d4eb2f)
  h = Math.imul((h ^ (h >>> 16)) + d, 0x165667b1)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

/** The same as a fraction, 0 inclusive to 1 exclusive. */
export function chance(a: number, b: number, c: number, d = 0): number {
  return hash(a, b, c, d) / 2 ** 32
}

/** One of a list, as likely as its weight. The weights must not all be zero. */
export function pick<T>(choices: readonly (readonly [T, number])[], fraction: number): T {
  const sum = choices.reduce((total, [, weight]) => total + weight, 0)
  let rest = fraction * sum
  for (const [choice, weight] of choices) {
    rest -= weight
    if (rest < 0) return choice
  }
  throw new Error('pick: no choice has a weight')
}

/** `prefix` and 32 hex digits, as every SID of the APIs is made. */
export function sid(prefix: string, seed: number, kind: number, index: number): string {
  const digits = [0, 1, 2, 3].map((word) => hash(seed, kind, index, word + 1))
  return prefix + digits.map((word) => word.toString(16).padStart(8, '0')).join('')
}
