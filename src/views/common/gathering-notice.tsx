import '@mantine/core/styles/Progress.layer.css'
import { Button, Progress } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import type { Gathering } from '#queries/sims/use-gathered-days.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { describeError } from './error-words.ts'
import { useTimeLeft } from './use-time-left.ts'

/** How far a gathering SIM by SIM has come, and the way to hold it. */
export function GatheringNotice({ gathering }: { gathering: Gathering }) {
  const { days, failures, asked, running, paused, pause, resume } = gathering
  const left = useTimeLeft({ asked, answered: days.size + failures.size, running })
  if (asked === 0 || (days.size === asked && !running)) return null
  const [failure] = failures.values()
  const done = `${formatCount(days.size)} of ${formatCount(asked)} SIMs`
  return (
    <Notice
      kind={failures.size > 0 && !running ? 'warning' : 'info'}
      label="Gathering"
      title={
        running
          ? `Gathering usage SIM by SIM: ${done}${left && `, ${left}`}`
          : paused
            ? `Paused at ${done}`
            : `Usage is known of ${done}`
      }
    >
      <Progress value={(days.size / asked) * 100} size="sm" my={6} aria-label={done} />
      {failure && (
        <div>
          {formatCount(failures.size)} could not be read: {describeError(failure).title}.
        </div>
      )}
      {running ? (
        <Button size="compact-sm" variant="light" onClick={pause}>
          Pause
        </Button>
      ) : (
        <Button size="compact-sm" variant="light" onClick={resume}>
          {paused ? 'Go on' : 'Try the rest again'}
        </Button>
      )}
    </Notice>
  )
}
