import type { Oddity, OddityKind } from '../question/oddity.ts'
import { formatBytes, formatCount } from './bytes.ts'

const SENTENCES: Readonly<Record<OddityKind, (amount: number) => string>> = {
  repeated: (amount) =>
    amount === 1
      ? 'KORE sent one record twice; it is counted once.'
      : `KORE sent ${formatCount(amount)} records twice; each is counted once.`,
  partsExceed: (amount) =>
    `The parts add up to more than KORE’s total by ${formatBytes(amount)}; the parts are shown.`,
  partsFallShort: (amount) =>
    `The parts add up to less than KORE’s total by ${formatBytes(amount)}, which is shown as not attributed.`,
  commandsExceed: (amount) =>
    `The parts of the Commands add up to more than KORE’s total by ${formatCount(amount)}; the parts are shown.`,
  commandsFallShort: (amount) =>
    `The parts of the Commands add up to less than KORE’s total by ${formatCount(amount)}, which are shown as not attributed.`,
  directionsDiffer: (amount) =>
    `Upload and download differ from KORE’s total by ${formatBytes(amount)}; each is shown as KORE tells it.`,
  withoutSim: (amount) => `KORE names no SIM for ${formatBytes(amount)}, which are in no row.`,
  converted: (amount) =>
    `KORE told ${amount === 1 ? 'one record' : `${formatCount(amount)} records`} in another unit than bytes; 1 MB was taken for 1,000,000 bytes, as in its limits.`,
}

/** What was odd in KORE's answers, a sentence for each kind. */
export function describeOddities(oddities: readonly Oddity[]): string[] {
  return oddities.map(({ kind, amount }) => SENTENCES[kind](amount))
}
