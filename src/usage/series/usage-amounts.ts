import { addFlow, type Flow, NO_FLOW } from '../question/usage-record.ts'

/** Data in bytes, Commands in pieces, and costs by currency. */
export interface UsageAmounts {
  readonly data: Flow
  readonly commands: Flow
  readonly cost: ReadonlyMap<string, number>
}

export const NO_USAGE: UsageAmounts = { data: NO_FLOW, commands: NO_FLOW, cost: new Map() }

/** Adds amounts; money only to money of its own currency. */
export function addAmounts(a: UsageAmounts, b: UsageAmounts): UsageAmounts {
  const cost = new Map(a.cost)
  for (const [currency, amount] of b.cost) cost.set(currency, (cost.get(currency) ?? 0) + amount)
  return { data: addFlow(a.data, b.data), commands: addFlow(a.commands, b.commands), cost }
}
