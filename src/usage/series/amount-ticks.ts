/** About how many steps an axis has. */
const STEPS = 4

/**
 * The amounts that an axis names: from the lowest to the highest in equal steps of 1, 2 or 5 times a power
 * of ten. The first and the last are the ends of the axis; nothing is always among them.
 *
 * @param lowest zero, or below it
 * @param highest zero, or above it
 * @param isWhole whether the amounts are counted, so that no step is a part of one
 */
export function amountTicks(lowest: number, highest: number, isWhole: boolean): number[] {
  const range = highest - lowest
  if (range <= 0) return [0, 1]
  const step = stepOf(range / STEPS, isWhole)
  const [first, last] = [Math.floor(lowest / step), Math.ceil(highest / step)]
  // Multiplied and not added up, so that 0.1 + 0.2 is 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

/** The step of 1, 2 or 5 times a power of ten that is not below a step. */
function stepOf(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return isWhole ? Math.max(1, factor * power) : factor * power
}
