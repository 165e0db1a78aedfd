/** Costs of the current and of the previous period, by currency. */
export interface PeriodCosts {
  readonly current: ReadonlyMap<string, number>
  readonly previous: ReadonlyMap<string, number>
}

/** What a SIM cost in one currency, and before; two currencies are never added. */
export interface CostChange {
  readonly currency: string
  readonly current: number
  readonly previous: number
}

/** What a SIM cost in each currency, and before. */
export function costChanges({ current, previous }: PeriodCosts): CostChange[] {
  return [...new Set([...current.keys(), ...previous.keys()])].map((currency) => ({
    currency,
    current: current.get(currency) ?? 0,
    previous: previous.get(currency) ?? 0,
  }))
}
