/** Work that takes longer than this would be felt; the rest of a frame is the browser's. */
const SLICE_MILLISECONDS = 8

/**
 * Runs a computation to its end without holding up the page: after each slice everybody else has their
 * turn.
 *
 * @throws the signal's reason where it was aborted
 */
export async function runInSlices<R>(steps: Generator<void, R>, signal: AbortSignal): Promise<R> {
  let begun = performance.now()
  while (true) {
    signal.throwIfAborted()
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - begun > SLICE_MILLISECONDS) {
      await new Promise((resolve) => setTimeout(resolve))
      begun = performance.now()
    }
  }
}
