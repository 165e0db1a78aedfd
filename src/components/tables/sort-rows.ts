/** What a cell of a table comes to; undefined where that is not known. */
export type TableValue = string | number | undefined

export type SortOrder = 'ascending' | 'descending'

/** Which column a table is sorted by. */
export interface SortedBy {
  readonly key: string
  readonly order: SortOrder
}

const collator = new Intl.Collator('en', { numeric: true })

/** Rows by what they come to, the same in every reader's language; those of which nothing is known are last. */
export function sortRows<T>(
  rows: readonly T[],
  valueIn: (row: T) => TableValue,
  order: SortOrder,
): T[] {
  const sign = order === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => {
    const [one, other] = [valueIn(a), valueIn(b)]
    if (one === undefined || other === undefined) {
      return Number(one === undefined) - Number(other === undefined)
    }
    return sign * compare(one, other)
  })
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return collator.compare(String(one), String(other))
}
