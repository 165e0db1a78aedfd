import { type KeyboardEvent, useRef, useState } from 'react'
import type { Interval } from '#usage/time-range.ts'

/** Choosing buckets of a chart to zoom into. */
export interface Zoom {
  /** The first and the last bucket that is chosen right now; undefined while none is. */
  readonly chosen: readonly [number, number] | undefined
  begin(index: number | undefined): void
  move(index: number | undefined): void
  end(): void
  cancel(): void
  /** Remembers the bucket that the keyboard's cursor is on. */
  point(index: number | undefined): void
  onKeyDown(event: KeyboardEvent): void
}

/**
 * Zooms into the buckets that are dragged across, or into the one under the keyboard's cursor when
 * enter is pressed. A click alone chooses nothing.
 */
export function useZoom(buckets: readonly Interval[], onZoom: (interval: Interval) => void): Zoom {
  const [ends, setEnds] = useState<readonly [number, number]>()
  const pointed = useRef<number>(undefined)
  const chosen = ends && ([Math.min(...ends), Math.max(...ends)] as const)
  const zoomInto = (first: number, last: number) => {
    const [start, end] = [buckets[first]?.start, buckets[last]?.end]
    if (start && end) onZoom({ start, end })
  }
  return {
    chosen: chosen && chosen[0] < chosen[1] ? chosen : undefined,
    begin: (index) => setEnds(index === undefined ? undefined : [index, index]),
    move: (index) => {
      if (ends && index !== undefined) setEnds([ends[0], index])
    },
    end: () => {
      if (chosen && chosen[0] < chosen[1]) zoomInto(...chosen)
      setEnds(undefined)
    },
    cancel: () => setEnds(undefined),
    point: (index) => {
      pointed.current = index
    },
    onKeyDown: (event) => {
      if (event.key === 'Enter' && pointed.current !== undefined) {
        zoomInto(pointed.current, pointed.current)
      }
    },
  }
}
