import { Notice } from '#components/notices/notice.tsx'
import type { GatheredActivities } from '#queries/sims/use-movers.ts'
import type { AccountSims } from '#queries/sims/use-sims.ts'
import type { SuperSimActivities } from '#queries/sims/use-super-sim-activities.ts'
import type { MoversSearch } from '#url/movers-search.ts'
import type { Search } from '#url/use-search.ts'
import { formatCount } from '#usage/words/bytes.ts'
import { AskFirstNotice } from '../common/ask-first-notice.tsx'
import { describeError } from '../common/error-words.ts'
import { GatheringNotice } from '../common/gathering-notice.tsx'
import { MissingNotice } from '../common/missing-notice.tsx'

const WHY_NOTHING =
  'What is worth a look is told once all of them are there: what a part of them does says nothing of the whole.'

/** How far SIMs have been asked for one by one. */
export function GatheredProgress({
  gathered: { gathering, work, waits, tellsOfAll },
  state: { search, change },
}: {
  gathered: GatheredActivities
  state: Search<MoversSearch>
}) {
  if (waits && gathering.days.size < gathering.asked) {
    return (
      <AskFirstNotice
        title={`Usage has to be asked for SIM by SIM, of ${formatCount(gathering.asked)}.`}
        requests={work}
        onBegin={() => change({ gather: 'on' }, 'replace')}
      />
    )
  }
  return (
    <GatheringNotice
      gathering={gathering}
      gather={search.gather}
      onChange={(gather) => change({ gather }, 'replace')}
    >
      {!tellsOfAll && <div>{WHY_NOTHING}</div>}
    </GatheringNotice>
  )
}

/** How far the sums over all SIMs have come, and what is not added up unasked. */
export function SumsProgress({
  activities: { requests, answered, error, work, waits, fetching, retry },
  list: { complete, count },
  state: { change },
}: {
  activities: SuperSimActivities
  list: AccountSims
  state: Search<MoversSearch>
}) {
  const begin = () => change({ gather: 'on' }, 'replace')
  return (
    <>
      <MissingNotice
        label="Missing part"
        title={`Some of the usage could not be loaded${error ? `: ${describeError(error).title}` : ''}. What is found may not be all.`}
        action="Load it again"
        errors={error ? [error] : []}
        retrying={fetching}
        onRetry={retry}
      />
      {waits === 'all' && (
        <AskFirstNotice
          title="Adding up the usage of every SIM takes long in so many accounts."
          requests={work}
          onBegin={begin}
        >
          Countries, where SIMs may be for the first time, come on top once it is known which.
        </AskFirstNotice>
      )}
      {waits === 'countries' && answered === requests && !error && (
        <AskFirstNotice
          title="Where SIMs roam for the first time has not been looked for."
          requests={work - requests}
          onBegin={begin}
        />
      )}
      {!error && (answered < requests || !complete) && (
        <Notice
          kind="info"
          label="Progress"
          title={
            complete
              ? `Adding up usage: ${answered} of ${requests} parts`
              : `Listing SIMs: ${formatCount(count)} so far`
          }
        />
      )}
    </>
  )
}
