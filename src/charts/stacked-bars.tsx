import { useId } from 'react'
import { usePlotArea } from 'recharts'
import type { Direction } from '#usage/usage-record.ts'
import type { Bucket, Measure, UsageSeries } from '#usage/usage-series.ts'
import { partColor } from './part-color.ts'
import { columnsPath, stackedPaths } from './stacked-paths.ts'
import { useScales } from './use-scales.ts'

/** Below this width, in pixels, an outline would hide its bar. */
const THIN_BUCKET = 5

/** The bars of a series inside a recharts chart, whose axes they follow. */
export function StackedBars(props: {
  series: UsageSeries
  measure: Measure
  direction: Direction
}) {
  const scales = useScales()
  const plot = usePlotArea()
  const id = useId()
  if (!scales || !plot) return null
  const { series, measure, direction } = props
  const { buckets } = series
  const thin = plot.width / buckets.length < THIN_BUCKET
  const column = (isPicked: (index: number) => boolean) =>
    columnsPath(series, isPicked, scales.x, plot.y, plot.height)
  return (
    <g shapeRendering={thin ? 'crispEdges' : 'auto'}>
      <Hatches id={id} keys={series.parts.map(({ key }) => key)} />
      <path
        d={column((index) => buckets[index]?.freshness === 'mayBeMissing')}
        fill="var(--missing-ground)"
      />
      <path
        d={column((index) => buckets[index]?.freshness === 'future')}
        fill="var(--grid)"
        opacity={0.5}
      />
      {typeof measure === 'object' && (
        <path
          data-charge="notCharged"
          d={column((index) => isUncharged(buckets[index]))}
          fill={`url(#${id}-uncharged)`}
        />
      )}
      <path d={column((index) => buckets[index]?.known === false)} fill={`url(#${id}-unknown)`} />
      {stackedPaths(series, measure, direction, scales).map(
        ({ key, final, provisional }, index) => (
          <g key={key} data-part={key}>
            <path d={final} fill={partColor(index, key)} />
            <path
              d={provisional}
              fill={`url(#${id}-${index})`}
              stroke={partColor(index, key)}
              strokeWidth={1}
            />
          </g>
        ),
      )}
    </g>
  )
}

/** Whether a bucket has begun and none of its charge is known. */
function isUncharged(bucket: Bucket | undefined): boolean {
  return bucket?.charge === 'notCharged' && bucket.freshness !== 'future'
}

/** A hatch in each part's colour, for what may still change, and one for what is not known. */
function Hatches({ id, keys }: { id: string; keys: readonly string[] }) {
  const hatch = {
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  }
  return (
    <defs>
      {keys.map((key, index) => (
        <pattern key={key} id={`${id}-${index}`} {...hatch}>
          <rect width={6} height={6} fill="var(--surface)" />
          <rect width={2.6} height={6} fill={partColor(index, key)} />
        </pattern>
      ))}
      <pattern id={`${id}-uncharged`} {...hatch} patternTransform="rotate(-45)">
        <rect width={1.6} height={6} fill="var(--tone-warning)" opacity={0.55} />
      </pattern>
      <pattern id={`${id}-unknown`} {...hatch}>
        <rect width={1} height={6} fill="var(--ink-quiet)" opacity={0.5} />
      </pattern>
    </defs>
  )
}
