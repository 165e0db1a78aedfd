import '@mantine/core/styles/Progress.layer.css'
import { Button, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { Notice } from '#components/notices/notice.tsx'
import { mostHopeful } from '#queries/again/rests.ts'
import type { Gathering } from '#queries/sims/use-gathered-days.ts'
import type { Gather } from '#url/gather-key.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { formatEstimate } from '#usage/words/estimate-words.ts'
import { describeError } from './error-words.ts'
import { TriesAgain } from './tries-again.tsx'

/** How far a gathering SIM by SIM has come, how long it will take, and the way to hold it. */
export function GatheringNotice({
  gathering,
  gather,
  onChange,
  children,
}: {
  gathering: Gathering
  gather: Gather
  onChange: (gather: Gather) => void
  /** What it means for the page that not all is there. */
  children?: ReactNode
}) {
  const { days, failures, asked, running } = gathering
  if (asked === 0 || (days.size === asked && !running)) return null
  const done = `${formatCount(days.size)} of ${formatCount(asked)} SIMs`
  const paused = gather === 'paused'
  return (
    <Notice
      kind={failures.size > 0 && !running ? 'warning' : 'info'}
      label="Gathering"
      title={
        paused
          ? `Paused at ${done}`
          : running
            ? `Gathering usage SIM by SIM: ${done}`
            : `Usage is known of ${done}`
      }
    >
      <Progress value={(days.size / asked) * 100} size="sm" my={6} aria-label={done} />
      {running && !paused && <HowLong gathering={gathering} />}
      {children}
      {paused ? (
        <Button size="compact-sm" variant="light" onClick={() => onChange('on')}>
          Go on
        </Button>
      ) : (
        <>
          <Failures gathering={gathering} />
          {running && (
            <Button size="compact-sm" variant="light" onClick={() => onChange('paused')}>
              Pause
            </Button>
          )}
        </>
      )}
    </Notice>
  )
}

function HowLong({ gathering: { left, waitsFor } }: { gathering: Gathering }) {
  if (waitsFor) return <div>{describeError(waitsFor).title}: it goes on after a rest.</div>
  return (
    <div>
      {left === undefined ? 'Measuring the pace…' : `It will take ${formatEstimate(left)} more.`}
    </div>
  )
}

/** What could not be read; it is tried again once the others are there. */
function Failures({ gathering: { failures, running, retry } }: { gathering: Gathering }) {
  const error = mostHopeful([...failures.values()])
  if (!error) return null
  return (
    <>
      <div>
        {formatCount(failures.size)} could not be read: {describeError(error).title}.
      </div>
      {!running && (
        <Button size="compact-sm" variant="light" onClick={retry}>
          Try the rest again
        </Button>
      )}{' '}
      <TriesAgain error={error} retrying={running} onRetry={retry} />
    </>
  )
}
