import type { ExportedRange, ExportedSim, SimColumn } from '../sims/sim-column.ts'
import { SIM_COLUMNS } from '../sims/sim-columns.ts'
import type { ExportedTable } from './exported-table.ts'

/** A list of SIMs as a table: bytes as whole numbers, one column for the costs of each currency. */
export function simsTable(sims: readonly ExportedSim[], range: ExportedRange): ExportedTable {
  const currencies = [
    ...new Set(sims.flatMap(({ usage }) => [...(usage?.cost.keys() ?? [])])),
  ].sort()
  const fields = SIM_COLUMNS.flatMap(
    (column: SimColumn) => column.exported?.(range, currencies) ?? [],
  )
  return {
    headings: fields.map(({ heading }) => heading),
    rows: sims.map((sim) => fields.map(({ value }) => value(sim))),
  }
}
