import { addByCurrency } from '../question/money.ts'
import { addFlow, type Flow, NO_FLOW } from '../question/usage-record.ts'

/** Data in bytes, Commands in pieces, and costs by currency. */
export interface UsageAmounts {
  readonly data: Flow
  readonly commands: Flow
  /** What both cost together. */
  readonly cost: ReadonlyMap<string, number>
  /** What of it the Commands cost. */
  readonly commandsCost: ReadonlyMap<string, number>
}

export const NO_USAGE: UsageAmounts = {
  data: NO_FLOW,
  commands: NO_FLOW,
  cost: new Map(),
  commandsCost: new Map(),
}

/** Adds amounts; money only to money of its own currency. */
export function addAmounts(a: UsageAmounts, b: UsageAmounts): UsageAmounts {
  return {
    data: addFlow(a.data, b.data),
    commands: addFlow(a.commands, b.commands),
    cost: addByCurrency(a.cost, b.cost),
    commandsCost: addByCurrency(a.commandsCost, b.commandsCost),
  }
}
