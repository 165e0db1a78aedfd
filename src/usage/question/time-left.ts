/** How far something that is loaded part by part has come. */
interface Progress {
  readonly asked: number
  readonly answered: number
  /** How many were answered when it began to be watched. */
  readonly answeredBefore: number
  /** Milliseconds since then. */
  readonly elapsed: number
  /** Requests a second that KORE is known to take; undefined where no limit is known. */
  readonly perSecond?: number | undefined
}

/** Before so many answers, or so much time, a speed is chance. */
const FEW_ANSWERS = 3
const SHORT_MILLISECONDS = 3_000

/**
 * Milliseconds until all is answered: as quickly as so far, and no quicker than KORE is known to allow.
 *
 * @returns undefined where it cannot be told yet
 */
export function timeLeft(progress: Progress): number | undefined {
  const { asked, answered, answeredBefore, elapsed, perSecond } = progress
  const missing = asked - answered
  const done = answered - answeredBefore
  const measured =
    done >= FEW_ANSWERS && elapsed >= SHORT_MILLISECONDS ? (missing / done) * elapsed : undefined
  const allowed = perSecond === undefined ? undefined : (missing / perSecond) * 1000
  const known = [measured, allowed].filter((time) => time !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}
