/** A clock that goes from one thing that is waited for to the next, at once. */
export interface VirtualTime {
  now(): number
  wait(milliseconds: number): Promise<void>
  /** Lets time go on until a promise is kept. */
  until<T>(promise: Promise<T>): Promise<T>
}

export function createVirtualTime(): VirtualTime {
  let time = 0
  let waiting: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => time,
    wait: (milliseconds) =>
      new Promise((wake) => {
        waiting.push({ at: time + milliseconds, wake })
      }),
    async until(promise) {
      let done = false
      const end = promise.finally(() => {
        done = true
      })
      while (!done) {
        // What follows from the last thing must have happened before the next.
        await new Promise((resolve) => setImmediate(resolve))
        const at = Math.min(...waiting.map((one) => one.at))
        if (done || at === Number.POSITIVE_INFINITY) continue
        time = at
        const due = waiting.filter((one) => one.at <= at)
        waiting = waiting.filter((one) => one.at > at)
        for (const { wake } of due) wake()
      }
      return end
    },
  }
}
