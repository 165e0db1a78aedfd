import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import type { Interval } from '#usage/time/interval.ts'
import {
  type BucketSpan,
  bucketUnder,
  isDrag,
  orderedSpan,
  spanInterval,
} from './dragged-buckets.ts'

/** A bucket that was chosen alone, and where in the window what is told of it may stand. */
export interface PickedBucket {
  readonly index: number
  readonly left: number
  readonly top: number
  readonly by: 'pointer' | 'touch' | 'keyboard'
}

/** Choosing buckets of a chart. */
export interface Zoom {
  /** The buckets that are dragged across right now; undefined while none is. */
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

/** Where a pointer was pressed. */
interface Press {
  readonly x: number
  readonly y: number
}

/**
 * Zooms into the buckets that are dragged across, be it one alone; picks the one that is clicked, tapped,
 * or under the keyboard's cursor when enter is pressed. A finger that drags scrolls the page.
 *
 * @param onZoom undefined where nothing can be zoomed into
 */
export function useZoom(
  series: UsageSeries,
  onZoom: ((interval: Interval) => void) | undefined,
  onPick: (picked: PickedBucket) => void,
): Zoom {
  const [chosen, setChosen] = useState<BucketSpan>()
  const press = useRef<Press>(undefined)
  const pointed = useRef<number>(undefined)
  const plot = useRef<SVGRectElement>(null)
  const boxOf = () => plot.current?.getBoundingClientRect()
  /** The buckets from where the pointer was pressed to where it is; undefined where it has not moved. */
  const draggedTo = ({ clientX, pointerType }: PointerEvent): BucketSpan | undefined => {
    const [from, box] = [press.current, boxOf()]
    if (!from || !box || pointerType === 'touch' || !onZoom || !isDrag(from.x, clientX)) return
    return orderedSpan([bucketUnder(series, from.x, box), bucketUnder(series, clientX, box)])
  }
  const cancel = () => {
    press.current = undefined
    setChosen(undefined)
  }
  const pick = (x: number, y: number, by: PickedBucket['by']) => {
    const box = boxOf()
    if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) return
    onPick({ index: bucketUnder(series, x, box), left: x, top: y, by })
  }
  return {
    chosen,
    plot,
    point: (index) => {
      pointed.current = index
    },
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return
        press.current = { x: event.clientX, y: event.clientY }
        // A drag that leaves the chart still ends here.
        if (event.pointerType !== 'touch') event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event) => {
        if (!press.current || event.pointerType === 'touch') return
        const span = draggedTo(event)
        if (span?.join() !== chosen?.join()) setChosen(span)
      },
      // Where the pointer is let go is read from the event: the last move may not be drawn yet.
      onPointerUp: (event) => {
        const [from, span] = [press.current, draggedTo(event)]
        cancel()
        if (!from) return
        const interval = span && spanInterval(series, span)
        if (interval) onZoom?.(interval)
        else if (!isDrag(from.x, event.clientX)) {
          pick(event.clientX, event.clientY, event.pointerType === 'touch' ? 'touch' : 'pointer')
        }
      },
      onPointerCancel: cancel,
      onKeyDown: (event) => {
        if (event.key === 'Escape') cancel()
        const [index, box] = [pointed.current, boxOf()]
        const span = index === undefined ? undefined : spanInterval(series, [index, index])
        if (event.key !== 'Enter' || index === undefined || !span || !box) return
        const { start, end } = series.interval
        const middle = (span.start.getTime() + span.end.getTime()) / 2
        const share = (middle - start.getTime()) / (end.getTime() - start.getTime())
        onPick({ index, left: box.left + share * box.width, top: box.top, by: 'keyboard' })
      },
    },
  }
}
