/**
 * A number as it is written with its sign: one minus sign everywhere, and none before what reads as nothing.
 *
 * @param write writes what is not below zero
 */
export function signed(amount: number, write: (size: number) => string): string {
  const text = write(Math.abs(amount))
  return amount < 0 && /[1-9]/.test(text) ? `−${text}` : text
}
