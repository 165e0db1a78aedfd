import { Button, Skeleton } from '@mantine/core'
import { Panel } from '#components/panel.tsx'
import { ScrollTable } from '#components/scroll-table.tsx'
import tableClasses from '#components/table.module.css'
import { type DataSession, useDataSessions } from '#queries/sims.ts'
import type { Sim } from '#queries/use-sims.ts'
import { upstreamErrorOf } from '#upstream/upstream-error.ts'
import { formatCount } from '#usage/bytes.ts'
import { formatDuration, formatMoment } from '#usage/moment.ts'
import { describeError } from './error-words.ts'

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
  const { data, error } = useDataSessions(sim.account, sim.sid)
  return (
    <Panel title="Data sessions">
      {!data ? (
        error ? (
          <p role="alert">{describeError(upstreamErrorOf(error)).title}: no session is loaded.</p>
        ) : (
          <Skeleton height={160} aria-label="Loading data sessions" />
        )
      ) : data.length === 0 ? (
        <p>KORE lists no data session of it.</p>
      ) : (
        <>
          <SessionTable sessions={all ? data : data.slice(0, FIRST_ROWS)} />
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

function SessionTable({ sessions }: { sessions: readonly DataSession[] }) {
  return (
    <ScrollTable label="Data sessions" minWidth={760}>
      <thead>
        <tr>
          <th scope="col">Began</th>
          <th scope="col">Ended</th>
          <th scope="col">Lasted</th>
          <th scope="col">Operator</th>
          <th scope="col">Country</th>
          <th scope="col">Radio</th>
          <th scope="col" className={tableClasses.number}>
            Packets up
          </th>
          <th scope="col" className={tableClasses.number}>
            Packets down
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(
          ({
            sid,
            start,
            end,
            operator,
            country,
            radioLink,
            packetsUploaded,
            packetsDownloaded,
          }) => (
            <tr key={sid}>
              <th scope="row">{formatMoment(start)}</th>
              <td>{end ? formatMoment(end) : 'still open'}</td>
              <td>{end ? formatDuration(end.getTime() - start.getTime()) : '–'}</td>
              <td>{operator}</td>
              <td>{country}</td>
              <td>{radioLink}</td>
              <td className={tableClasses.number}>{formatOptional(packetsUploaded)}</td>
              <td className={tableClasses.number}>{formatOptional(packetsDownloaded)}</td>
            </tr>
          ),
        )}
      </tbody>
    </ScrollTable>
  )
}

function formatOptional(count: number | undefined): string {
  return count === undefined ? '–' : formatCount(count)
}
