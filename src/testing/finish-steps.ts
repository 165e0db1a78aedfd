/** Runs to its end what may be run in steps. */
export function finishSteps<R>(steps: Generator<void, R>): R {
  while (true) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
