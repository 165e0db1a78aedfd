import Papa from 'papaparse'
import type { SimAmounts } from './sim-sums.ts'

/** A SIM as it is taken away. */
export interface ExportedSim {
  readonly name: string
  readonly sid: string
  readonly iccid: string
  readonly product: string
  readonly account: string
  readonly status: string
  /** The name of its rate plan or its fleet. */
  readonly plan: string
  /** In the range; undefined where it is not known. */
  readonly usage: SimAmounts | undefined
  /** Bytes in the running month; undefined where they are not known. */
  readonly monthBytes: number | undefined
  /** Bytes in a month; undefined where there is none. */
  readonly limit: number | undefined
}

/** What the usage of a list of SIMs is of. */
export interface ExportedRange {
  /** ISO 8601 UTC. */
  readonly start: string
  readonly end: string
  /** Whether usage of the range may still be added to. */
  readonly state: 'final' | 'provisional'
}

/**
 * A list of SIMs as CSV (RFC 4180): bytes as whole numbers, one column for the costs of each currency.
 * What is not known is empty. What a spreadsheet would take for a formula is a text.
 */
export function exportSims(sims: readonly ExportedSim[], range: ExportedRange): string {
  const currencies = [
    ...new Set(sims.flatMap(({ usage }) => [...(usage?.cost.keys() ?? [])])),
  ].sort()
  const head = [
    'name',
    'sid',
    'iccid',
    'product',
    'account',
    'status',
    'plan',
    'start',
    'end',
    'state',
    'usage (bytes)',
    'download (bytes)',
    'upload (bytes)',
    ...currencies.map((currency) => `cost (${currency})`),
    'not charged yet (bytes)',
    'usage this month (bytes)',
    'limit (bytes)',
  ]
  const rows = sims.map(({ usage, ...sim }) => [
    sim.name,
    sim.sid,
    // Longer than a spreadsheet keeps of a number.
    sim.iccid && `'${sim.iccid}`,
    sim.product,
    sim.account,
    sim.status,
    sim.plan,
    range.start,
    range.end,
    range.state,
    usage?.data.total,
    usage?.data.download,
    usage?.data.upload,
    ...currencies.map((currency) => usage && Number((usage.cost.get(currency) ?? 0).toFixed(6))),
    usage?.unchargedBytes,
    sim.monthBytes,
    sim.limit,
  ])
  return Papa.unparse([head, ...rows], { escapeFormulae: true })
}
