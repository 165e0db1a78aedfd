import { Suspense } from 'react'
import { OpeningFigure } from '#components/page/figure-row.tsx'
import { loadLater } from '#components/page/load-later.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { monthTick } from '#usage/time/moment.ts'
import { isBillingRange } from '#usage/time/time-range.ts'

const load = () => import('./told-expected.tsx')
const ExpectedAmount = loadLater(async () => (await load()).ExpectedAmount)
const ExpectedBeside = loadLater(async () => (await load()).ExpectedBeside)

/**
 * What the running month is expected to come to, once it is asked for; opens how that is made, and closes
 * it. What it is made by is loaded then.
 */
export function ExpectedFigure({
  query,
  now,
  state: { search, change },
}: {
  query: UsageQuery
  now: Date
  state: Search<UsageSearch>
}) {
  const opened = search.month !== 'off'
  const asked = { query, now, search }
  return (
    <OpeningFigure
      name={
        isBillingRange(search.range)
          ? 'Billing month expected'
          : `${monthTick({ start: now, end: now }).name} expected`
      }
      mark={opened ? 'a forecast' : undefined}
      amount={
        opened ? (
          <Suspense fallback="Forecast">
            <ExpectedAmount {...asked} />
          </Suspense>
        ) : (
          'Forecast'
        )
      }
      beside={
        opened ? (
          <Suspense fallback="">
            <ExpectedBeside {...asked} />
          </Suspense>
        ) : (
          'the month and its end'
        )
      }
      opened={opened}
      onClick={() => change({ month: opened ? 'off' : 'forecast' })}
    />
  )
}
