/** What a cell comes to; undefined where that is not known. */
export type ExportedValue = string | number | Date | undefined

/** A table as it is taken away, from which every format is made: every row of it, whatever is in sight. */
export interface ExportedTable {
  readonly headings: readonly string[]
  /** As long as the headings. */
  readonly rows: readonly (readonly ExportedValue[])[]
}

/** Money to the millionth, as the API gives it, without the dust of binary sums. */
export function exactValue<T extends ExportedValue>(value: T): T | number {
  if (typeof value !== 'number' || Number.isInteger(value)) return value
  return Number(value.toFixed(6))
}
