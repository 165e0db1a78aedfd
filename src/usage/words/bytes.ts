import { signed } from './signed.ts'

/** Each a thousand times the one before it. */
export const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/**
 * Bytes as a person reads them, in decimal units (1 kB = 1000 B) and three significant digits:
 * `0 B`, `999 B`, `1.20 GB`, `45.3 MB`.
 *
 * @param bytes a count of bytes; negative where it is a difference
 */
export function formatBytes(bytes: number): string {
  let value = Math.abs(bytes)
  let unit = 0
  while (Number(value.toPrecision(3)) >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
  return signed(bytes, () => `${value.toFixed(digits)} ${UNITS[unit]}`)
}

/** Every byte, with its thousands apart: `1,234,567 bytes`. */
export function formatExactBytes(bytes: number): string {
  return `${formatCount(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`
}

/** A whole number with its thousands apart. */
export function formatCount(count: number): string {
  return signed(count, (size) => size.toLocaleString('en-US'))
}

/** A share of a whole as a percentage; an en dash where there is no whole. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–'
  const percent = (part / whole) * 100
  if (percent > 0 && percent < 0.1) return '< 0.1%'
  // What is nearly all is not all.
  if (percent >= 99.95 && percent < 100) return '> 99.9%'
  return signed(percent, (size) => `${size.toFixed(size >= 99.95 || size === 0 ? 0 : 1)}%`)
}
