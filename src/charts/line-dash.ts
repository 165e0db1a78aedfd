const DASHES = ['none', '7 3', '3 3', '10 3 2 3', '5 2 1 2 1 2', '14 4']

/** The dashes of a line by its place among the lines of a chart. */
export function lineDash(index: number): string {
  return DASHES[index % DASHES.length] ?? 'none'
}
