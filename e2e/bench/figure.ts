/** One line of the table: what was measured, beside what it is held against. */
export interface Figure {
  readonly name: string
  /** What the baseline is. */
  readonly baseline: string
  /** Of the product and of the baseline, in the unit. */
  readonly measured: number
  readonly against: number
  readonly unit: string
  /** The most that it may be of the baseline; undefined where it must be at least `atLeast` of it. */
  readonly atMost?: number
  readonly atLeast?: number
}

/** How often each thing is measured. */
export const RUNS = 9

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** The value below which so much of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function ratioOf({ measured, against }: Figure): number {
  return against === 0 ? (measured === 0 ? 0 : Number.POSITIVE_INFINITY) : measured / against
}

export function isWithin(figure: Figure): boolean {
  const { atMost = Number.POSITIVE_INFINITY, atLeast = 0 } = figure
  const ratio = ratioOf(figure)
  return ratio <= atMost && ratio >= atLeast
}

/** The figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const { name, baseline, measured, against, unit, atMost, atLeast } = figure
    const must = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`
    return `| ${name} | ${show(measured)} ${unit} | ${baseline}: ${show(against)} ${unit} | ${show(ratioOf(figure))} | ${must} | ${isWithin(figure) ? 'yes' : '**no**'} |`
  })
  return [
    '| what | measured | against | ratio | must be | within |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}
