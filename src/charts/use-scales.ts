import { useXAxisScale, useYAxisScale } from 'recharts'
import type { Scales } from './stacked-paths.ts'

/** The scales of the recharts chart around a component; undefined until it has been laid out. */
export function useScales(): Scales | undefined {
  const xScale = useXAxisScale()
  const yScale = useYAxisScale()
  if (!xScale || !yScale) return undefined
  return { x: (time) => xScale(time) ?? 0, y: (amount) => yScale(amount) ?? 0 }
}
