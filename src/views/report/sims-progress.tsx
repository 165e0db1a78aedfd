import { Notice } from '#components/notices/notice.tsx'
import type { ReportSims } from '#queries/sims/use-report-sims.ts'
import type { ReportSearch } from '#url/report-search.ts'
import type { Search } from '#url/use-search.ts'
import { MOST_GATHERED } from '#usage/sims/most-gathered.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { AskFirstNotice } from '../common/ask-first-notice.tsx'
import { describeError } from '../common/error-words.ts'
import { GatheringNotice } from '../common/gathering-notice.tsx'
import { MissingNotice } from '../common/missing-notice.tsx'
import { SkippedNotice } from '../common/skipped-notice.tsx'

/** How far the SIMs of a product have been asked for, and what is not asked for unasked. */
export function SimsProgress({
  sims,
  state: { search, change },
}: {
  sims: ReportSims
  state: Search<ReportSearch>
}) {
  const { list, gathering, isTooMany, waits, work, error, fetching, retry, found } = sims
  if (isTooMany) {
    return (
      <Notice
        kind="info"
        label="Selection"
        title={`SIMs are asked for one by one, of at most ${formatCount(MOST_GATHERED)}; there are ${formatCount(list.count)}.`}
      >
        The list of SIMs tells them plan by plan.
      </Notice>
    )
  }
  return (
    <>
      <SkippedNotice skipped={list.skipped} />
      <MissingNotice
        label="Missing SIMs"
        title={`The SIMs could not all be loaded${error ? `: ${describeError(error).title}` : ''}.`}
        action="Load them again"
        errors={error ? [error] : []}
        retrying={fetching}
        onRetry={retry}
      />
      {waits ? (
        <AskFirstNotice
          title={
            gathering
              ? `What each SIM used has to be asked for SIM by SIM, of ${formatCount(gathering.asked)}.`
              : 'Adding up the usage of every SIM takes long in so many accounts.'
          }
          requests={work}
          onBegin={() => change({ gather: 'on' }, 'replace')}
        />
      ) : (
        gathering && (
          <GatheringNotice
            gathering={gathering}
            gather={search.gather}
            onChange={(gather) => change({ gather }, 'replace')}
          >
            <div>The tables of SIMs are there once all of them are.</div>
          </GatheringNotice>
        )
      )}
      {!error && !found && !waits && !gathering && fetching && (
        <Notice kind="info" label="Progress" title="Adding up the usage of every SIM" />
      )}
    </>
  )
}
