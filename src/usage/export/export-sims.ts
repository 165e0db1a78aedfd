import Papa from 'papaparse'
import type { ExportedRange, ExportedSim, SimColumn } from '../sims/sim-column.ts'
import { SIM_COLUMNS } from '../sims/sim-columns.ts'

/**
 * A list of SIMs as CSV (RFC 4180): bytes as whole numbers, one column for the costs of each currency.
 * What is not known is empty. What a spreadsheet would take for a formula is a text.
 */
export function exportSims(sims: readonly ExportedSim[], range: ExportedRange): string {
  const currencies = [
    ...new Set(sims.flatMap(({ usage }) => [...(usage?.cost.keys() ?? [])])),
  ].sort()
  const fields = SIM_COLUMNS.flatMap(
    (column: SimColumn) => column.exported?.(range, currencies) ?? [],
  )
  const head = fields.map(({ heading }) => heading)
  const rows = sims.map((sim) => fields.map(({ value }) => value(sim)))
  return Papa.unparse([head, ...rows], { escapeFormulae: true })
}
