import { LoadingPart } from '#components/page/loading-part.tsx'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '#components/page/panel.tsx'
import { useHeldError } from '#queries/again/use-held-error.ts'
import { useComparedSims } from '#queries/sims/use-compared-sims.ts'
import { useFirstSims } from '#queries/sims/use-listed-sims.ts'
import { type Sim, useSims } from '#queries/sims/use-sims.ts'
import { usePartNames } from '#queries/usage/use-part-names.ts'
import { MOST_COMPARED, type UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { nameMeasureWithin } from '#usage/words/measure-names.ts'
import { FailedLine } from '../common/failed-line.tsx'
import { MeasurePanel } from '../usage/chart/measure-panel.tsx'
import { simAddress } from '../usage/tables/part-places.ts'
import { PlaceArrow } from '../usage/tables/place-link.tsx'
import { partRows, ShareTable } from '../usage/tables/share-table.tsx'

/** How many SIMs are offered at once; typing narrows them down. */
const OFFERED = 8

/** A SIM and up to five others on one chart. */
export function ComparedSimsPanel({
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
  const others = state.search.with
    .split(',')
    .filter((sid) => sid !== '' && sid !== sim.sid && sid.slice(0, 2) === sim.sid.slice(0, 2))
  return (
    <>
      <Panel title="Compare with other SIMs">
        <OtherSims
          sim={sim}
          chosen={others}
          onChange={(sids) => state.change({ with: sids.join() })}
        />
      </Panel>
      {others.length > 0 && <Comparison {...{ sim, others, query, now, state }} />}
    </>
  )
}

/** Chooses SIMs of the same account and product; the list, which may be long, is loaded once it is opened. */
function OtherSims({
  sim,
  chosen,
  onChange,
}: {
  sim: Sim
  chosen: readonly string[]
  onChange: (sids: readonly string[]) => void
}) {
  const [opened, setOpened] = useState(false)
  const [text, setText] = useState('')
  const list = useSims(opened ? [sim.account] : [], [sim.product])
  const { data: found = [] } = useFirstSims(list, text, OFFERED)
  const names = usePartNames(
    {
      accounts: [sim.account],
      product: sim.product,
      group: 'sim',
      filter: {},
      granularity: 'total',
      interval: { start: new Date(0), end: new Date(0) },
    },
    chosen,
  )
  const offered = found.filter(({ sid }) => sid !== sim.sid && !chosen.includes(sid))
  return (
    <MultiSelect
      label={`Up to ${MOST_COMPARED} others`}
      description="By name, SID or ICCID"
      value={[...chosen]}
      data={[
        ...chosen.map((sid) => ({ value: sid, label: names(sid) })),
        ...offered.map(({ sid, name }) => ({ value: sid, label: name })),
      ]}
      // Every identifier is looked in, not only the name that is written here.
      filter={({ options }) => options}
      searchable
      searchValue={text}
      onSearchChange={setText}
      onDropdownOpen={() => setOpened(true)}
      maxValues={MOST_COMPARED}
      onChange={onChange}
      nothingFoundMessage={list.complete ? 'No SIM matches' : 'Loading…'}
      clearButtonProps={{ 'aria-label': 'Compare with none' }}
      clearable
      // Few enough to stand there without scrolling.
      withScrollArea={false}
      maw={640}
    />
  )
}

function Comparison({
  sim,
  others,
  query,
  now,
  state,
}: {
  sim: Sim
  others: readonly string[]
  query: UsageQuery
  now: Date
  state: Search<UsageSearch>
}) {
  const sids = [sim.sid, ...others]
  const compared = useComparedSims(query, sids, now)
  const names = usePartNames(compared.query, sids)
  const { series, failures, fetching } = compared
  const error = useHeldError(failures[0]?.error, fetching)
  if (error) {
    return (
      <Panel title="SIMs compared">
        <FailedLine error={error}>
          one of the SIMs could not be loaded. Check that they are all of this account.
        </FailedLine>
      </Panel>
    )
  }
  if (!series) return <LoadingPart height={320} label="Loading the other SIMs" />
  const title = `SIMs compared by ${nameMeasureWithin('data', state.search.show)}`
  const placeOf = (sid: string) => simAddress(state.search, sid, state.search.account)
  const shown = {
    ...{ series, names },
    measure: 'data' as const,
    direction: state.search.show,
    comparison: undefined,
    arrivals: undefined,
    timeZone: undefined,
  }
  return (
    <>
      <MeasurePanel
        measure="data"
        title={title}
        shape="lines"
        accounts={query.accounts}
        comparison={undefined}
        busy={compared.fetching}
        readOnly={false}
        leadOn={(sid) => <PlaceArrow to={placeOf(sid)} name={names(sid)} />}
        {...{ series, names, state }}
      />
      <Panel title="SIMs compared in all" busy={compared.fetching}>
        <ShareTable shown={shown} heading="SIM" rows={partRows(shown, placeOf)} />
      </Panel>
    </>
  )
}
