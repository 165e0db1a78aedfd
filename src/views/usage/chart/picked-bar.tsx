import { Anchor, Group } from '@mantine/core'
import { Link } from 'react-router'
import { BucketLine } from '#charts/legend/bucket-line.tsx'
import type { PickedBucket } from '#charts/use-zoom.ts'
import { toldInBucket } from '#usage/series/amount-state.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { Interval } from '#usage/time/interval.ts'
import { formatBucket } from '#usage/time/moment.ts'
import { formatAmount } from '#usage/words/format-amount.ts'
import { BucketMenu } from './bucket-menu.tsx'
import type { ChartLink } from './chart-links.ts'

/** Where a menu beside a bar would hide the chart. */
const NARROW = '(max-width: 48em), (pointer: coarse)'

/** What is told of a bar that was picked, and where it leads to: a menu beside it, or a line below a narrow chart. */
export function PickedBar({
  shown,
  picked,
  linksOf,
  readOnly,
  onZoom,
  onClose,
}: {
  shown: ShownUsage
  picked: PickedBucket
  linksOf: (bucket: Interval) => readonly ChartLink[]
  readOnly: boolean
  onZoom: (interval: Interval) => void
  onClose: () => void
}) {
  const { series, measure, direction } = shown
  const bucket = series.buckets[picked.index]
  if (!bucket) return null
  const links = readOnly ? [] : linksOf(bucket)
  if (picked.by === 'touch' || window.matchMedia(NARROW).matches) {
    return (
      <BucketLine {...shown} index={picked.index}>
        {!readOnly && (
          <Group gap="md">
            <Anchor component="button" type="button" fz="inherit" onClick={() => onZoom(bucket)}>
              Zoom to it
            </Anchor>
            {links.map(({ words, to }) => (
              <Anchor key={words} component={Link} to={to} fz="inherit">
                {words}
              </Anchor>
            ))}
          </Group>
        )}
      </BucketLine>
    )
  }
  if (readOnly) return null
  const told = toldInBucket(series, measure, direction, picked.index)
  return (
    <BucketMenu
      key={picked.index}
      picked={picked}
      title={`${formatBucket(bucket, series.granularity)}: ${told === undefined ? 'not known' : formatAmount(told, measure)}`}
      links={links}
      onZoom={() => onZoom(bucket)}
      onClose={onClose}
    />
  )
}
