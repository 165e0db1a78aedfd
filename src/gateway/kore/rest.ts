/** A time of rest after a failure, which grows with each that follows. */
interface Rest {
  /** Milliseconds that it lasts yet; 0 where there is none. */
  left(): number
  /** Begins a rest, twice as long as the last one; a rest that lasts already goes on as it is. */
  begin(atLeast?: number): void
  /** Ends it: the next one is short again. */
  end(): void
}

/**
 * @param first and the longest, in milliseconds
 * @param clock milliseconds; only differences count
 */
export function createRest(first: number, longest: number, clock: () => number): Rest {
  let until = Number.NEGATIVE_INFINITY
  let next = first
  const left = () => Math.max(0, until - clock())
  return {
    left,
    begin(atLeast = 0) {
      if (left() > 0) return
      until = clock() + Math.max(next, atLeast)
      next = Math.min(next * 2, longest)
    },
    end() {
      until = Number.NEGATIVE_INFINITY
      next = first
    },
  }
}
