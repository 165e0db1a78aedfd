/**
 * The colour of a part by its place in the stack; `app/theme.ts` gives each for light and dark. What
 * is left over after the parts that have a name is grey.
 */
export function partColor(index: number, key: string): string {
  return key === 'unattributed' || key === 'others' ? 'var(--part-rest)' : `var(--part-${index})`
}
