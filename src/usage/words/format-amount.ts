import { roundMoney } from '../question/money.ts'
import type { Measure } from '../series/usage-series.ts'
import { formatBytes, formatCount, formatExactBytes } from './bytes.ts'
import { signed } from './signed.ts'

/** An amount as a person reads it: `1.20 GB`, `3,320`, `$12.30`. */
export function formatAmount(amount: number, measure: Measure): string {
  if (measure === 'data') return formatBytes(amount)
  return measure === 'commands' ? formatCount(amount) : formatMoney(amount, measure.currency)
}

/** Data and Commands in a few words: `33.9 MB`, `33.9 MB and 12 Commands`, `549 Commands`. */
export function formatUsage(bytes: number, commands: number): string {
  if (commands === 0) return formatBytes(bytes)
  const counted = `${formatCount(commands)} ${commands === 1 ? 'Command' : 'Commands'}`
  return bytes === 0 ? counted : `${formatBytes(bytes)} and ${counted}`
}

/** The amount to the last digit that there is. */
export function formatExactAmount(amount: number, measure: Measure): string {
  if (measure === 'data') return formatExactBytes(amount)
  if (measure === 'commands') return formatCount(amount)
  return signed(amount, (size) => `${size.toFixed(6)} ${measure.currency}`)
}

/**
 * Money in its currency, to the cent; what is less than that, and not nothing, says so. A currency that is
 * not known to the world is shown by the code that the API gives.
 *
 * @param currency as the API names it, most often ISO 4217
 * @param digits how many decimals of an amount of any size; to the cent without
 */
export function formatMoney(amount: number, currency: string, digits?: number): string {
  const text = signed(amount, (size) => writeMoney(size, currency, digits))
  if (digits !== undefined || roundMoney(amount) === 0 || /[1-9]/.test(text)) return text
  return `${amount < 0 ? '> −' : '< '}${writeMoney(0.01, currency)}`
}

function writeMoney(size: number, currency: string, digits?: number): string {
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${size.toFixed(digits ?? 2)} ${currency}`
  return size.toLocaleString('en-US', {
    style: 'currency',
    currency,
    ...(digits === undefined ? {} : { minimumFractionDigits: digits }),
    maximumFractionDigits: digits ?? 2,
  })
}
