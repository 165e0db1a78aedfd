import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'
import { type BucketSpan, bucketUnder, draggedBuckets, spanInterval } from './dragged-buckets.ts'

/** Choosing buckets of a chart to zoom into. */
interface Zoom {
  /** The buckets that are chosen right now; undefined while none is. */
  readonly chosen: BucketSpan | undefined
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
  const [ends, setEnds] = useState<BucketSpan>()
  const from = useRef<number>(undefined)
  const pointed = useRef<number>(undefined)
  const plot = useRef<SVGRectElement>(null)
  const zoomInto = (span: BucketSpan) => {
    const interval = spanInterval(series, span)
    if (interval) onZoom?.(interval)
  }
  const bucketOf = ({ clientX }: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect()
    return box && bucketUnder(series, clientX, box)
  }
  const cancel = () => {
    from.current = undefined
    setEnds(undefined)
  }
  return {
    chosen: ends && draggedBuckets(ends),
    plot,
    point: (index) => {
      pointed.current = index
    },
    handlers: {
      onPointerDown: (event) => {
        if (!onZoom || event.pointerType === 'touch' || event.button !== 0) return
        from.current = bucketOf(event)
        // A drag that leaves the chart still ends here.
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event) => {
        const to = bucketOf(event)
        if (from.current !== undefined && to !== undefined) setEnds([from.current, to])
      },
      // Where the pointer is let go is read from the event: the last move may not be drawn yet.
      onPointerUp: (event) => {
        const [start, end] = [from.current, bucketOf(event)]
        cancel()
        if (start === undefined || end === undefined) return
        const chosen = draggedBuckets([start, end])
        if (chosen) zoomInto(chosen)
      },
      onPointerCancel: cancel,
      onKeyDown: (event) => {
        if (event.key === 'Escape') cancel()
        if (event.key === 'Enter' && pointed.current !== undefined) {
          zoomInto([pointed.current, pointed.current])
        }
      },
    },
  }
}
