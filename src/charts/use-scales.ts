import { useMemo } from 'react'
import { usePlotArea, useXAxisDomain, useYAxisDomain } from 'recharts'

/** The area within the axes, in pixels of the chart. */
interface Plot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the picture's coordinates follow from time and amount, both linearly. */
export interface Scales {
  readonly plot: Plot
  x(time: number): number
  y(amount: number): number
}

/**
 * The scales of the recharts chart around a component; undefined until it has been laid out. They are the same object
 * as long as they say the same: recharts makes its own anew with each thing that it learns of, and all that is drawn
 * by them would be drawn again.
 */
export function useScales(): Scales | undefined {
  const plot = usePlotArea()
  const [start, end] = ends(useXAxisDomain())
  const [lowest, highest] = ends(useYAxisDomain())
  const { x, y, width, height } = plot ?? { x: 0, y: 0, width: 0, height: 0 }
  return useMemo(() => {
    if (width === 0 || end === start || highest === lowest) return undefined
    return {
      plot: { x, y, width, height },
      x: (time) => x + ((time - start) / (end - start)) * width,
      y: (amount) => y + ((highest - amount) / (highest - lowest)) * height,
    }
  }, [x, y, width, height, start, end, lowest, highest])
}

function ends(domain: readonly unknown[] | undefined): [number, number] {
  return [Number(domain?.[0] ?? 0), Number(domain?.at(-1) ?? 0)]
}
