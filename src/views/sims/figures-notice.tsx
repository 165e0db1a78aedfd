import { Button } from '@mantine/core'
import { Notice } from '#components/notices/notice.tsx'
import type { FigureSums } from '#queries/sims/use-sim-figures.ts'
import type { SimsSearch } from '#url/sims-search.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { isSortedByFigures } from '#usage/sims/sim-columns.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { describeWork } from '#usage/words/estimate-words.ts'
import { describeError } from '../common/error-words.ts'
import { MissingNotice } from '../common/missing-notice.tsx'

/** What is not known of the SIMs' usage, why, and how it can be. */
export function FiguresNotice({
  sums: { range, month, refused },
  search,
  unknown,
  alone,
  gathered,
  work,
  onGather,
}: {
  sums: FigureSums
  search: SimsSearch
  /** How many SIMs have no value to be sorted by. */
  unknown: number
  /** How many SIMs have to be asked for one by one. */
  alone: number
  gathered: number
  /** How many requests it takes to ask for them. */
  work: number
  /** Begins to gather; undefined where that has begun. */
  onGather: (() => void) | undefined
}) {
  const requests = range.requests + month.requests
  const answered = range.answered + month.answered
  const error = refused ? undefined : (range.error ?? month.error)
  const sorted = isSortedByFigures(search)
  return (
    <>
      <MissingNotice
        label="Missing usage"
        title={`The usage of all Super SIMs could not be loaded${error ? `: ${describeError(error).title}` : ''}`}
        action="Load it again"
        errors={error ? [error] : []}
        retrying={range.fetching || month.fetching}
        onRetry={() => {
          range.retry()
          month.retry()
        }}
      />
      {!error && answered < requests && !refused && (
        <Notice
          kind="info"
          label="Progress"
          title={`Adding up the usage of every Super SIM: ${answered} of ${requests} parts`}
        />
      )}
      {sorted && alone > gathered && (
        <Notice
          kind="info"
          label="Sorting"
          title={`${formatCount(unknown)} SIMs come last, as their usage is not known yet.`}
        >
          {refused
            ? 'This account cannot group usage by SIM, so each has to be asked for alone. '
            : 'Programmable Wireless has no way to ask for the usage of all its SIMs at once. '}
          {alone > MOST_GATHERED
            ? `Search or filter for at most ${formatCount(MOST_GATHERED)} of them to gather it one by one.`
            : onGather && (
                <>
                  It takes {describeWork(work)}.
                  <Button
                    size="compact-sm"
                    variant="light"
                    mt={6}
                    display="block"
                    onClick={onGather}
                  >
                    Gather it of {formatCount(alone)} SIMs, one by one
                  </Button>
                </>
              )}
        </Notice>
      )}
    </>
  )
}
