import { addMoney } from '../question/money.ts'
import type { Oddity } from '../question/oddity.ts'
import { type Flow, NO_FLOW } from '../question/usage-record.ts'
import { STEP } from './step.ts'

/** A SID of a SIM: two letters and 32 hexadecimal digits. */
export const SID_LENGTH = 34

/**
 * What many SIMs used in some periods, as columns that cost little to keep and to hand on: the amount
 * of SIM `s` in period `p` is at `s * periods + p`.
 */
export interface SimColumns {
  /** The SIDs, one after the other without anything between them. */
  readonly sids: string
  readonly periods: number
  /** Bytes; the total as KORE tells it. */
  readonly total: Float64Array
  readonly download: Float64Array
  readonly upload: Float64Array
  /** Money by currency. */
  readonly cost: ReadonlyMap<string, Float64Array>
  /** Bytes whose charge is not known yet. */
  readonly uncharged: Float64Array
  /** What was odd in the answer, one for each kind. */
  readonly oddities: readonly Oddity[]
}

/** The same, in which a SIM can be found. */
export interface SimSums {
  readonly columns: SimColumns
  readonly rows: ReadonlyMap<string, number>
}

/** What one SIM used. */
export interface SimAmounts {
  readonly data: Flow
  /** Sent and received; none where all SIMs are summed at once, which tells data alone. */
  readonly commands: number
  readonly cost: ReadonlyMap<string, number>
  readonly unchargedBytes: number
  /** Commands whose charge is not known, be it not yet or not at all. */
  readonly unchargedCommands: number
}

export const NOTHING_USED: SimAmounts = {
  data: NO_FLOW,
  commands: 0,
  cost: new Map(),
  unchargedBytes: 0,
  unchargedCommands: 0,
}

/** Makes SIMs findable, in steps. */
export function* indexSims(columns: SimColumns): Generator<void, SimSums> {
  const rows = new Map<string, number>()
  for (let row = 0; row * SID_LENGTH < columns.sids.length; row += 1) {
    rows.set(columns.sids.slice(row * SID_LENGTH, (row + 1) * SID_LENGTH), row)
    if (row % STEP === STEP - 1) yield
  }
  return { columns, rows }
}

/** What a SIM used in several sums together; nothing where none of them has a record of it. */
export function amountsOfSim(sums: readonly SimSums[], sid: string): SimAmounts {
  let [total, download, upload, unchargedBytes] = [0, 0, 0, 0]
  const cost = new Map<string, number>()
  for (const { columns, rows } of sums) {
    const row = rows.get(sid)
    if (row === undefined) continue
    for (let at = row * columns.periods; at < (row + 1) * columns.periods; at += 1) {
      total += columns.total[at] ?? 0
      download += columns.download[at] ?? 0
      upload += columns.upload[at] ?? 0
      unchargedBytes += columns.uncharged[at] ?? 0
      for (const [currency, column] of columns.cost) {
        const amount = column[at] ?? 0
        if (amount !== 0) cost.set(currency, addMoney(cost.get(currency) ?? 0, amount))
      }
    }
  }
  return {
    data: { total, download, upload },
    commands: 0,
    cost,
    unchargedBytes,
    unchargedCommands: 0,
  }
}

/** The bytes of a SIM alone, for whoever sorts all of them by it. */
export function bytesOfSim(sums: readonly SimSums[], sid: string): number {
  let bytes = 0
  for (const { columns, rows } of sums) {
    const row = rows.get(sid)
    if (row === undefined) continue
    for (let at = row * columns.periods; at < (row + 1) * columns.periods; at += 1) {
      bytes += columns.total[at] ?? 0
    }
  }
  return bytes
}
