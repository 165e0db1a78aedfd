import type { Measure } from '../series/usage-series.ts'
import { UNITS } from './bytes.ts'
import { formatMoney } from './format-amount.ts'
import { signed } from './signed.ts'

/**
 * The amounts of an axis, all in one unit and with no more decimals than tell them apart: `0`, `500 GB`,
 * `1,000 GB`.
 *
 * @param ticks in equal steps
 */
export function formatAxisAmounts(ticks: readonly number[], measure: Measure): string[] {
  const highest = Math.max(...ticks.map(Math.abs))
  const step = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) || highest
  if (typeof measure === 'object') {
    const digits = decimalsOf(step)
    return ticks.map((tick) => (tick === 0 ? '0' : formatMoney(tick, measure.currency, digits)))
  }
  const power = measure === 'data' ? powerOf(highest) : 0
  const divisor = 1000 ** power
  const unit = measure === 'data' ? ` ${UNITS[power]}` : ''
  const digits = decimalsOf(step / divisor)
  return ticks.map((tick) =>
    tick === 0 ? '0' : signed(tick / divisor, (size) => `${plain(size, digits)}${unit}`),
  )
}

/** How often a thousand goes into an amount of bytes. */
function powerOf(bytes: number): number {
  let power = 0
  while (bytes >= 1000 ** (power + 1) && power < UNITS.length - 1) power += 1
  return power
}

/** How many decimals a step of 1, 2 or 5 times a power of ten has. */
function decimalsOf(step: number): number {
  return step <= 0 ? 0 : Math.max(0, -Math.floor(Math.log10(step * (1 + 1e-9))))
}

function plain(size: number, digits: number): string {
  return size.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
