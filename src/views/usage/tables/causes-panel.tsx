import { ChoiceSelect } from '#components/choice-select.tsx'
import { LoadingPart } from '#components/page/loading-part.tsx'
import {
  type CauseRow,
  causeColumns,
  exportedCauseColumns,
  sumRow,
} from '#components/tables/cause-columns.tsx'
import { ColumnTable } from '#components/tables/column-table.tsx'
import { exportColumns } from '#components/tables/exported-columns.ts'
import { useNow } from '#queries/gateway/use-now.ts'
import { useCauses } from '#queries/usage/use-causes.ts'
import { usePartNames } from '#queries/usage/use-part-names.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { type ChangeCause, type ExplainedChange, sumCauses } from '#usage/report/change-cause.ts'
import { type Dimension, dimensionsOf, groupOf } from '#usage/report/compared-members.ts'
import { comparedRuns } from '#usage/report/compared-runs.ts'
import { type Comparison, comparedState } from '#usage/series/comparison.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import { describeCut } from '#usage/words/comparison-words.ts'
import { nameMeasure } from '#usage/words/measure-names.ts'
import { DIMENSION_NAMES, formatPart } from '#usage/words/part-names.ts'
import { describeUnknown, SPLIT_NOTE } from '#usage/words/report/cause-words.ts'
import { describeError } from '../../common/error-words.ts'
import { MissingNotice } from '../../common/missing-notice.tsx'
import { usePartPlaces } from './part-places.ts'
import { PlaceLink } from './place-link.tsx'
import { TableExport } from './table-export.tsx'
import classes from './usage-tables.module.css'

/** So many members have a row of their own; all of them are taken away. */
const FIRST_CAUSES = 25

interface CausesPanelProps {
  readonly shown: ShownUsage
  readonly comparison: Comparison
  readonly query: UsageQuery
  readonly state: Search<UsageSearch>
  readonly title: string
}

/** Which members of a dimension explain why what the chart shows has changed. */
export function CausesPanel({ shown, comparison, query, state, title }: CausesPanelProps) {
  const { measure, series } = shown
  const now = useNow() ?? series.now
  const dimensions = dimensionsOf(query.product, query.accounts.length)
  const dimension = chosenDimension(state.search.why, query, dimensions)
  const runs = comparedRuns(comparison, measure)
  const { explained, failures, fetching, retry } = useCauses(query, runs, dimension, shown, now)
  const errors = failures.map(({ error }) => error)
  return (
    <div className={classes.causes}>
      <div className={classes.head}>
        <ChoiceSelect
          label="Explained by"
          value={dimension}
          choices={dimensions.map((value) => ({ value, label: DIMENSION_NAMES[value] }))}
          onChange={(why) => state.change({ why }, 'replace')}
        />
        <small>
          {nameMeasure(measure, shown.direction)}: {describeCut(comparison, measure)}
        </small>
        {explained && (
          <CausesExport {...{ shown, comparison, query, explained, dimension, title }} />
        )}
      </div>
      <MissingNotice
        label="Missing part"
        title={`Not all of it could be loaded${errors[0] ? `: ${describeError(errors[0]).title}` : ''}.`}
        action="Load it again"
        errors={errors}
        retrying={fetching}
        onRetry={retry}
      />
      {runs.later.length === 0 || runs.earlier.length === 0 ? (
        <p>Nothing of the two periods can be compared yet.</p>
      ) : explained ? (
        <Causes {...{ shown, query, state, explained, dimension, title }} />
      ) : (
        errors.length === 0 && <LoadingPart height={320} label="Loading what changed" />
      )}
    </div>
  )
}

function Causes({
  shown: { measure },
  query,
  state,
  explained,
  dimension,
  title,
}: Omit<CausesPanelProps, 'comparison'> & {
  explained: ExplainedChange
  dimension: Dimension
}) {
  const asked = groupedBy(query, dimension)
  const first = explained.causes.slice(0, FIRST_CAUSES)
  const rest = explained.causes.slice(FIRST_CAUSES)
  const names = usePartNames(
    asked,
    first.map(({ key }) => key),
  )
  const placeOf = usePartPlaces(asked, state, false)
  const rows = first.map((cause): CauseRow => {
    const name = nameOf(cause, names)
    return { ...cause, name, label: <PlaceLink to={placeOf(cause.key)} name={name} /> }
  })
  const unknown = describeUnknown(explained, measure)
  const isMoney = typeof measure === 'object'
  return (
    <>
      <ColumnTable
        label={title}
        minWidth={isMoney ? 720 : 520}
        columns={causeColumns(explained, measure, DIMENSION_NAMES[dimension])}
        items={[
          ...rows,
          ...(rest.length > 0 ? [sumRow(`${rest.length} more`, sumCauses(rest, measure))] : []),
        ]}
        foot={sumRow('All together', explained)}
        keyOf={({ key }) => key}
      />
      {unknown && <p>{unknown}</p>}
      {isMoney && <small>{SPLIT_NOTE}</small>}
    </>
  )
}

/** Takes every member away; of SIMs beyond the first by their SIDs, as nothing else is known of them. */
function CausesExport({
  shown,
  comparison,
  query,
  explained,
  dimension,
  title,
}: Omit<CausesPanelProps, 'state'> & { explained: ExplainedChange; dimension: Dimension }) {
  const { measure, series } = shown
  const { causes } = explained
  const names = usePartNames(
    groupedBy(query, dimension),
    causes.slice(0, FIRST_CAUSES).map(({ key }) => key),
  )
  const rows = causes.map((cause): CauseRow => {
    const name = nameOf(cause, names)
    return { ...cause, name, label: name }
  })
  const state = comparedState(comparison, measure)
  const columns = () => exportedCauseColumns(explained, measure, DIMENSION_NAMES[dimension], state)
  return (
    <TableExport
      title={`${title} by ${DIMENSION_NAMES[dimension].toLowerCase()}`}
      accounts={query.accounts}
      series={series}
      rows={rows.length}
      table={() => exportColumns(columns(), rows)}
    />
  )
}

function groupedBy({ group: _, ...query }: UsageQuery, dimension: Dimension): UsageQuery {
  const group = groupOf(query.product, dimension)
  return { ...query, ...(group ? { group } : {}) }
}

/** Of Programmable Wireless what was not abroad stands beside the countries. */
function nameOf({ key }: ChangeCause, names: (key: string) => string): string {
  const part = formatPart(key)
  return part === key ? names(key) : part
}

function chosenDimension(
  asked: Dimension | 'auto',
  { group }: UsageQuery,
  dimensions: readonly Dimension[],
): Dimension {
  const wanted = asked === 'auto' ? group : asked
  return dimensions.find((dimension) => dimension === wanted) ?? dimensions[0] ?? 'part'
}
