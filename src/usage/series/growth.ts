import type { ComparedSums } from './comparison.ts'

/** An amount, and what was before. */
export type Change = Pick<ComparedSums, 'later' | 'earlier'>

/** A difference in percent of what was; undefined where nothing was. */
export function growthPercent({ later, earlier }: Change): number | undefined {
  return earlier === 0 ? undefined : (later / earlier - 1) * 100
}

/** What both came to a day; undefined where one is no longer than the other. */
export function dailyChange(sums: ComparedSums): Change | undefined {
  const { later, earlier, laterDuration, earlierDuration } = sums
  if (laterDuration === earlierDuration) return undefined
  // Of the same unit; which one does not matter to their ratio.
  return { later: later / laterDuration, earlier: earlier / earlierDuration }
}
