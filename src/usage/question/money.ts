/** How many parts of a unit of money are told apart: KORE tells amounts to the millionth. */
const MILLIONTHS = 1_000_000

/** An amount of money to the millionth, without the dust of binary fractions, and never −0. */
export function roundMoney(amount: number): number {
  return Math.round(amount * MILLIONTHS) / MILLIONTHS || 0
}

/** A sum of money, exact to the millionth however many amounts are added one by one. */
export function addMoney(a: number, b: number): number {
  return roundMoney(a + b)
}

/** Adds amounts by their currency; two currencies are never added. */
export function addByCurrency(
  a: ReadonlyMap<string, number>,
  b: Iterable<readonly [string, number]>,
): ReadonlyMap<string, number> {
  const sums = new Map(a)
  for (const [currency, amount] of b) sums.set(currency, addMoney(sums.get(currency) ?? 0, amount))
  return sums
}
