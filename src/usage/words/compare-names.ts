const collator = new Intl.Collator('en')

/** The order of two names, the same in every reader's language. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}
