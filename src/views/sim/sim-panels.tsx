import type { Sim } from '#queries/sims/use-sims.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import { factsOf } from '#usage/kore/products.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { ComparedSimsPanel } from './compared-sims-panel.tsx'
import { DataSessionsPanel } from './data-sessions-panel.tsx'
import { HoursPanel } from './hours-panel.tsx'
import { SimDetails } from './sim-details.tsx'
import { SimPlacesPanel } from './sim-places-panel.tsx'
import { SimStandingPanel } from './sim-standing-panel.tsx'

/** What is told of one SIM beside its usage. */
export function SimPanels({
  sim,
  query,
  now,
  state,
}: {
  sim: Sim
  query: UsageQuery
  now: Date
  state: Search<UsageSearch>
}) {
  return (
    <>
      <HoursPanel {...{ sim, query, now }} />
      <SimStandingPanel {...{ sim, query, now }} />
      <SimPlacesPanel {...{ query, now }} />
      {factsOf(sim.product).hasDataSessions && (
        <DataSessionsPanel
          sim={sim}
          all={state.search.rows === 'all'}
          onShow={(all) => state.change({ rows: all ? 'all' : 'first' })}
        />
      )}
      <ComparedSimsPanel {...{ sim, query, now, state }} />
      <SimDetails sim={sim} now={now} />
    </>
  )
}
