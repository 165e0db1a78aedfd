/** The sandbox's time: the real one, or a moment that stands still until it is moved. */
export interface Clock {
  now(): Date
}

export function realClock(): Clock {
  return { now: () => new Date() }
}

export interface FixedClock extends Clock {
  set(moment: Date): void
}

export function fixedClock(moment: Date): FixedClock {
  let current = moment
  return {
    now: () => current,
    set: (next) => {
      current = next
    },
  }
}
