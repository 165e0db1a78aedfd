import { HourHeatMap } from '#charts/hour-heat-map.tsx'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Panel } from '#components/page/panel.tsx'
import { useHeldError } from '#queries/again/use-held-error.ts'
import type { Sim } from '#queries/sims/use-sims.ts'
import { useUsage } from '#queries/usage/use-usage.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import {
  buildHourGrid,
  type HourGrid,
  hoursSince,
  LONGEST_HOUR_GRID_DAYS,
} from '#usage/series/hour-grid.ts'
import { durationOf, MILLISECONDS_PER_DAY } from '#usage/time/interval.ts'
import { formatBucket, formatInterval } from '#usage/time/moment.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { formatUsage } from '#usage/words/format-amount.ts'
import { FailedLine } from '../common/failed-line.tsx'

/** What a SIM did hour by hour, day under day. */
export function HoursPanel({ sim, query, now }: { sim: Sim; query: UsageQuery; now: Date }) {
  const { group: _, members: __, ...whole } = query
  const shown = durationOf(query.interval) <= LONGEST_HOUR_GRID_DAYS * MILLISECONDS_PER_DAY
  const usage = useUsage(shown ? { ...whole, granularity: 'hour' } : undefined, now, false)
  const { series, failures, fetching } = usage
  const error = useHeldError(failures[0]?.error, fetching)
  if (!shown) return null
  const grid = series && buildHourGrid(series, sim.created)
  const lately =
    series?.freshness.state === 'mayBeMissing' ? ' The last 24 hours may still arrive.' : ''
  const words = grid && `${describe(grid, now)}${lately}`
  return (
    <Panel title="Hour by hour (UTC)" busy={usage.outdated}>
      {error && <FailedLine error={error}>some hours are not loaded.</FailedLine>}
      {grid ? (
        <>
          <HourHeatMap
            grid={grid}
            label={`Usage hour by hour, ${formatInterval(series.interval)} UTC: ${words}`}
          />
          <p>{words}</p>
        </>
      ) : (
        !error && <LoadingPart height={240} label="Loading the hours" />
      )}
    </Panel>
  )
}

/** The grid in words: when it was used last and most, and how much of it was silence. */
function describe(grid: HourGrid, now: Date): string {
  const { busiest, lastUsed, silent, settled } = grid
  const silence =
    settled === 0
      ? 'No hour is final yet.'
      : `${formatCount(silent)} of ${formatCount(settled)} final hours had no usage.`
  if (!busiest || !lastUsed) return `No usage was reported. ${silence}`
  const hours = hoursSince(lastUsed, now)
  const ago = hours === 0 ? 'within the last hour' : `${formatCount(hours)} h ago`
  return `Last used ${formatBucket(lastUsed.bucket, 'hour')} (${ago}), most in ${formatBucket(busiest.bucket, 'hour')} with ${formatUsage(busiest.bytes, busiest.commands)}. ${silence}`
}
