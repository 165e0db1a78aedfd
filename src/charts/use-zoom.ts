import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import { bucketIndexAt, type UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'

/** Choosing buckets of a chart to zoom into. */
interface Zoom {
  /** The first and the last bucket that is chosen right now; undefined while none is. */
  readonly chosen: readonly [number, number] | undefined
  /** Goes onto an element as wide as the plot, from which a pointer's moment is read. */
  readonly plot: RefObject<SVGRectElement | null>
  /** Remembers the bucket that the keyboard's cursor is on. */
  point(index: number | undefined): void
  /** Goes onto the element around the chart. */
  readonly handlers: {
    onPointerDown(event: PointerEvent): void
    onPointerMove(event: PointerEvent): void
    onPointerUp(event: PointerEvent): void
    onPointerCancel(): void
    onKeyDown(event: KeyboardEvent): void
  }
}

/**
 * Zooms into the buckets that are dragged across, or into the one under the keyboard's cursor when
 * enter is pressed. A click alone chooses nothing, and a finger scrolls the page.
 *
 * @param onZoom undefined where nothing can be zoomed into
 */
export function useZoom(
  series: UsageSeries,
  onZoom: ((interval: Interval) => void) | undefined,
): Zoom {
  const [ends, setEnds] = useState<readonly [number, number]>()
  const from = useRef<number>(undefined)
  const pointed = useRef<number>(undefined)
  const plot = useRef<SVGRectElement>(null)
  const zoomInto = (first: number, last: number) => {
    const [start, end] = [series.buckets[first]?.start, series.buckets[last]?.end]
    if (start && end) onZoom?.({ start, end })
  }
  const bucketUnder = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect()
    return box && bucketIndexAt(series, (event.clientX - box.left) / box.width)
  }
  const cancel = () => {
    from.current = undefined
    setEnds(undefined)
  }
  return {
    chosen: ends && inOrder(ends),
    plot,
    point: (index) => {
      pointed.current = index
    },
    handlers: {
      onPointerDown: (event) => {
        if (!onZoom || event.pointerType === 'touch' || event.button !== 0) return
        from.current = bucketUnder(event)
        // A drag that leaves the chart still ends here.
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event) => {
        const to = bucketUnder(event)
        if (from.current !== undefined && to !== undefined) setEnds([from.current, to])
      },
      // Where the pointer is let go is read from the event: the last move may not be drawn yet.
      onPointerUp: (event) => {
        const [start, end] = [from.current, bucketUnder(event)]
        cancel()
        if (start === undefined || end === undefined) return
        const chosen = inOrder([start, end])
        if (chosen) zoomInto(...chosen)
      },
      onPointerCancel: cancel,
      onKeyDown: (event) => {
        if (event.key === 'Escape') cancel()
        if (event.key === 'Enter' && pointed.current !== undefined) {
          zoomInto(pointed.current, pointed.current)
        }
      },
    },
  }
}

/** The two ends of a drag from left to right; undefined when they are the same bucket. */
function inOrder([one, other]: readonly [number, number]): readonly [number, number] | undefined {
  return one === other ? undefined : [Math.min(one, other), Math.max(one, other)]
}
