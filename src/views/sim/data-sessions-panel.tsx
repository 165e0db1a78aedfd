import { Button } from '@mantine/core'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { Panel } from '#components/page/panel.tsx'
import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import { useHeldFailure } from '#queries/again/use-held-error.ts'
import { type DataSession, useDataSessions } from '#queries/sims/sims.ts'
import type { Sim } from '#queries/sims/use-sims.ts'
import { formatDuration, formatMoment } from '#usage/time/moment.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { FailedLine } from '../common/failed-line.tsx'

const FIRST_ROWS = 7

/** The data sessions of a SIM that the API still lists, newest first. */
export function DataSessionsPanel({
  sim,
  all,
  onShow,
}: {
  sim: Sim
  /** Whether every row is shown, or only the first. */
  all: boolean
  onShow: (all: boolean) => void
}) {
  const sessions = useDataSessions(sim.account, sim.sid)
  const error = useHeldFailure(sessions)
  const { data } = sessions
  return (
    <Panel title="Data sessions">
      {!data ? (
        error ? (
          <FailedLine error={error}>no session is loaded.</FailedLine>
        ) : (
          <LoadingPart height={160} label="Loading data sessions" />
        )
      ) : data.length === 0 ? (
        <p>KORE lists no data session of it.</p>
      ) : (
        <>
          <ColumnTable
            label="Data sessions"
            minWidth={760}
            columns={COLUMNS}
            items={all ? data : data.slice(0, FIRST_ROWS)}
            keyOf={({ sid }) => sid}
          />
          {data.length > FIRST_ROWS && (
            <Button variant="subtle" size="compact-sm" onClick={() => onShow(!all)}>
              {all ? 'Show fewer' : `Show all ${data.length}`}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}

const COLUMNS: readonly Column<DataSession>[] = [
  { key: 'start', heading: 'Began', cell: ({ start }) => formatMoment(start) },
  { key: 'end', heading: 'Ended', cell: ({ end }) => (end ? formatMoment(end) : 'still open') },
  {
    key: 'duration',
    heading: 'Lasted',
    cell: ({ start, end }) => (end ? formatDuration(end.getTime() - start.getTime()) : '–'),
  },
  { key: 'operator', heading: 'Operator', cell: ({ operator }) => operator },
  { key: 'country', heading: 'Country', cell: ({ country }) => country },
  { key: 'radio', heading: 'Radio', cell: ({ radioLink }) => radioLink },
  {
    key: 'packetsUploaded',
    heading: 'Packets up',
    isNumber: true,
    cell: ({ packetsUploaded }) => formatOptional(packetsUploaded),
  },
  {
    key: 'packetsDownloaded',
    heading: 'Packets down',
    isNumber: true,
    cell: ({ packetsDownloaded }) => formatOptional(packetsDownloaded),
  },
]

function formatOptional(count: number | undefined): string {
  return count === undefined ? '–' : formatCount(count)
}
