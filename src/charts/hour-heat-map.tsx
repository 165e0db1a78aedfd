import { useId, useState } from 'react'
import { type HourCell, type HourGrid, type HourState, LEVELS } from '#usage/series/hour-grid.ts'
import { formatBucket, formatTick } from '#usage/time/moment.ts'
import { formatUsage } from '#usage/words/format-amount.ts'
import classes from './hour-heat-map.module.css'

const LABEL_WIDTH = 64
const HEAD_HEIGHT = 20
const CELL = { width: 24, height: 18 }
const GAP = 2
const HOURS = 24

const STATE_NAMES: Record<Exclude<HourState, 'used'>, string> = {
  silent: 'No usage',
  open: 'No usage reported; it may still arrive',
  unknown: 'Not loaded',
  future: 'In the future',
  absent: 'The SIM was not there yet',
}

/** The hours of some days side by side: one path for each level and state, however many there are. */
export function HourHeatMap({ grid, label }: { grid: HourGrid; label: string }) {
  const [pointed, setPointed] = useState<HourCell>()
  const id = useId()
  const { rows } = grid
  const width = LABEL_WIDTH + HOURS * CELL.width
  const height = HEAD_HEIGHT + rows.length * CELL.height
  const levels = Array.from({ length: LEVELS }, (_, index) => index + 1)
  const path = (isPicked: (cell: HourCell) => boolean) => pathOf(grid, isPicked)
  return (
    <div className={classes.map}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const x = ((event.clientX - box.left) / box.width) * width - LABEL_WIDTH
          const y = ((event.clientY - box.top) / box.height) * height - HEAD_HEIGHT
          const hour = Math.floor(x / CELL.width)
          setPointed(rows[Math.floor(y / CELL.height)]?.cells.find((cell) => cell.hour === hour))
        }}
        onPointerLeave={() => setPointed(undefined)}
      >
        <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse">
          <path d="M0 4L4 0" stroke="var(--tone-warning)" strokeWidth={1} />
        </pattern>
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={LABEL_WIDTH + hour * CELL.width} y={13} className={classes.text}>
            {`${String(hour).padStart(2, '0')}:00`}
          </text>
        ))}
        {rows.map(({ day }, index) =>
          index % Math.ceil(rows.length / 16) === 0 ? (
            <text
              key={day.getTime()}
              x={0}
              y={HEAD_HEIGHT + index * CELL.height + 13}
              className={classes.text}
            >
              {formatTick(day, 'day')}
            </text>
          ) : null,
        )}
        <path d={path(({ state }) => state === 'silent')} fill="var(--grid)" data-state="silent" />
        <path
          d={path(({ state }) => state === 'open')}
          fill={`url(#${id})`}
          stroke="var(--tone-warning)"
          strokeWidth={0.6}
          data-state="open"
        />
        <path
          d={path(({ state }) => state === 'unknown')}
          fill="none"
          stroke="var(--ink-quiet)"
          strokeWidth={0.6}
          strokeDasharray="2 2"
          data-state="unknown"
        />
        {levels.map((level) => (
          <path
            key={level}
            d={path((cell) => cell.state === 'used' && cell.level === level)}
            fill="var(--part-0)"
            fillOpacity={0.2 + (0.8 * level) / LEVELS}
            data-level={level}
          />
        ))}
      </svg>
      <div className={classes.line}>{pointed ? describeCell(pointed) : ' '}</div>
      <Legend />
    </div>
  )
}

function Legend() {
  return (
    <ul className={classes.legend} aria-label="Legend of the hours">
      <li>
        <i data-kind="used" /> The darker, the more
      </li>
      <li>
        <i data-kind="silent" /> No usage
      </li>
      <li>
        <i data-kind="open" /> Nothing yet; it may still arrive
      </li>
    </ul>
  )
}

function describeCell({ bucket, bytes, commands, state }: HourCell): string {
  const hour = formatBucket(bucket, 'hour')
  if (state !== 'used') return `${hour}: ${STATE_NAMES[state]}`
  return `${hour}: ${formatUsage(bytes, commands)}${bucket.freshness === 'final' ? '' : ', may still grow'}`
}

function pathOf({ rows }: HourGrid, isPicked: (cell: HourCell) => boolean): string {
  return rows
    .flatMap(({ cells }, row) =>
      cells.filter(isPicked).map(({ hour }) => {
        const [x, y] = [LABEL_WIDTH + hour * CELL.width, HEAD_HEIGHT + row * CELL.height]
        return `M${x} ${y}h${CELL.width - GAP}v${CELL.height - GAP}h${GAP - CELL.width}z`
      }),
    )
    .join('')
}
