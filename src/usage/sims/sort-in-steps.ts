import { STEP } from './step.ts'

/**
 * Sorts like `toSorted`, in steps between which whoever runs it may do something else.
 *
 * @returns the sorted list; equal things stay in the order that they came in
 */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  let runs: T[][] = []
  for (let start = 0; start < items.length; start += STEP) {
    runs.push(items.slice(start, start + STEP).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(yield* mergeInSteps(runs[index] ?? [], runs[index + 1] ?? [], compare))
    }
    runs = merged
  }
  return runs[0] ?? []
}

function* mergeInSteps<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  const merged: T[] = []
  let [atLeft, atRight] = [0, 0]
  while (merged.length < left.length + right.length) {
    const [a, b] = [left[atLeft], right[atRight]]
    const fromLeft = a !== undefined && (b === undefined || compare(a, b) <= 0)
    const next = fromLeft ? a : b
    if (next === undefined) break
    merged.push(next)
    if (fromLeft) atLeft += 1
    else atRight += 1
    if (merged.length % STEP === 0) yield
  }
  return merged
}
