import { useEffect, useRef, useState } from 'react'
import { timeLeft } from '#usage/question/time-left.ts'
import { describeTimeLeft } from '#usage/words/estimate-words.ts'

const TICK_MILLISECONDS = 1_000

/** What is loaded part by part. */
interface Loading {
  readonly asked: number
  readonly answered: number
  readonly running: boolean
  /** Requests a second that KORE takes, where that is known; read from time to time. */
  readonly readPace?: () => number | undefined
}

/** How long it takes yet, in words; empty where it is short, or not known. */
export function useTimeLeft({ asked, answered, running, readPace }: Loading): string {
  const [now, setNow] = useState(() => performance.now())
  const begun = useRef({ asked, at: now, answered })
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(performance.now()), TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [running])
  useEffect(() => {
    // Another number is another question.
    const { current } = begun
    if (!running || current.asked !== asked || answered < current.answered) {
      begun.current = { asked, at: performance.now(), answered }
    }
  }, [running, asked, answered])
  if (!running) return ''
  const { at, answered: answeredBefore } = begun.current
  const perSecond = readPace?.()
  return describeTimeLeft(
    timeLeft({ asked, answered, answeredBefore, elapsed: now - at, perSecond }),
  )
}
