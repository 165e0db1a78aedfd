import { type ReactNode, useId } from 'react'
import { ProvisionalMark } from '#components/notices/provisional-mark.tsx'
import { LoadingPart } from '#components/page/loading-part.tsx'
import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import {
  COMPARED_LINE_COLUMNS,
  comparedLines,
  EXPORTED_LINE_COLUMNS,
  keyOfLine,
} from '#components/tables/compared-lines.tsx'
import { exportColumns } from '#components/tables/exported-columns.ts'
import { UsageTable } from '#components/tables/usage-table.tsx'
import { Tabs } from '#components/tabs.tsx'
import { usePrinting } from '#components/use-printing.ts'
import type { UsageSearch } from '#url/usage-search.ts'
import type { Search } from '#url/use-search.ts'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { OTHERS } from '#usage/question/usage-record.ts'
import { ANY_MONEY } from '#usage/series/amount-state.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import type { UsageSeries } from '#usage/series/usage-series.ts'
import { describeCut } from '#usage/words/comparison-words.ts'
import { formatMark } from '#usage/words/series-words.ts'
import { CountryMapPanel } from './country-map-panel.tsx'
import { LateCauses } from './late-causes.tsx'
import { countryPlaces, type PartPlaces } from './part-places.ts'
import {
  countryRows,
  exportedColumnsOfShares,
  headingOf,
  partRows,
  ShareTable,
} from './share-table.tsx'
import { TableExport } from './table-export.tsx'
import { type OfferedTable, offeredTables, tableOf } from './table-names.ts'
import classes from './usage-tables.module.css'

interface UsageTablesProps {
  readonly shown: ShownUsage
  readonly query: UsageQuery
  readonly state: Search<UsageSearch>
  readonly busy: boolean
  readonly readOnly: boolean
  /** What the chart above them is called. */
  readonly title: string
  readonly placeOf: PartPlaces
}

/** The numbers of a series, one table at a time. */
export function UsageTables(props: UsageTablesProps) {
  const { shown, query, state, busy, title } = props
  const { series, comparison } = shown
  const offered = offeredTables(query, series, comparison, title, props.readOnly)
  const table = tableOf(state.search.table, offered)
  const id = useId()
  const printing = usePrinting()
  if (!table) return null
  if (printing) return <PrintedTables {...props} offered={offered} />
  const { content, exported, aside } = contentOf(table, props)
  return (
    <section className={classes.tables} aria-label={table.title} aria-busy={busy} id={id}>
      <div className={classes.head}>
        <Tabs
          label="Tables"
          value={table.name}
          controls={id}
          classNames={{ list: classes.tabs, tab: classes.tab }}
          tabs={offered.map(({ name, tab }) => ({ value: name, content: tab }))}
          onChange={(name) => state.change({ table: name === offered[0]?.name ? 'auto' : name })}
        />
        {aside}
        {exported}
      </div>
      <div className={classes.table}>{content}</div>
    </section>
  )
}

/** On paper no table is a click away: all of them stand there, each under its name, with every row. */
function PrintedTables({
  offered,
  ...props
}: UsageTablesProps & { readonly offered: readonly OfferedTable[] }) {
  const { search } = props.state
  const whole = { ...props, state: { ...props.state, search: { ...search, rows: 'all' as const } } }
  return (
    offered
      // What is drawn or asked for only when it is looked at stands there where it is.
      .filter(({ name }) => !['map', 'causes'].includes(name) || search.table === name)
      .map((table) => (
        <section key={table.name} className={classes.tables} aria-label={table.title}>
          <h2 className={classes.title}>{table.title}</h2>
          {contentOf(table, whole).content}
        </section>
      ))
  )
}

/** What stands in the place of the tables, and beside their tabs. */
interface TableContent {
  readonly content: ReactNode
  readonly aside?: ReactNode
  readonly exported?: ReactNode
}

function contentOf(table: OfferedTable, props: UsageTablesProps): TableContent {
  const { shown, query, state, title, placeOf, readOnly } = props
  const { series, comparison, direction, names } = shown
  const exportOf = <T,>(columns: () => readonly Column<T>[], items: readonly T[]) => (
    <TableExport
      key={table.name}
      title={table.title}
      accounts={query.accounts}
      series={series}
      rows={items.length}
      table={() => exportColumns(columns(), items)}
    />
  )
  const mark = <TotalsMark series={series} />
  switch (table.name) {
    case 'buckets': {
      const all = state.search.rows === 'all'
      return {
        content: (
          <UsageTable
            {...shown}
            caption={`${title} by period`}
            all={all}
            onShow={(more) => state.change({ rows: more ? 'all' : 'first' })}
          />
        ),
      }
    }
    case 'parts':
    case 'countries': {
      const isParts = table.name === 'parts'
      const heading = isParts ? headingOf(query.group) : 'Country'
      // Until the members are there, all of it would stand there as others.
      if (isParts && !series.complete && series.parts.every(({ key }) => key === OTHERS)) {
        return { content: <LoadingPart height={320} label="Loading the parts" /> }
      }
      const rows = isParts
        ? partRows(shown, placeOf)
        : countryRows(shown, countryPlaces(state, readOnly))
      return {
        content: <ShareTable {...{ shown, heading, rows }} />,
        exported: exportOf(() => exportedColumnsOfShares(shown, heading, rows), rows),
        aside: mark,
      }
    }
    case 'map':
      return {
        content: (
          <CountryMapPanel
            {...{ series, direction }}
            title={table.title}
            placeOf={countryPlaces(state, readOnly)}
          />
        ),
        aside: mark,
      }
    case 'compared': {
      const lines = comparison ? comparedLines({ series, comparison, direction, names }) : []
      return {
        content: (
          <ColumnTable
            label="What changed"
            minWidth={560}
            columns={COMPARED_LINE_COLUMNS}
            items={lines}
            keyOf={keyOfLine}
            isSum={({ part }) => part === undefined}
          />
        ),
        exported: exportOf(() => EXPORTED_LINE_COLUMNS, lines),
        aside: comparison && <small>{describeCut(comparison, 'data')}</small>,
      }
    }
    case 'causes':
      return {
        content: comparison && (
          <LateCauses {...{ shown, comparison, query, state }} title={table.title} />
        ),
      }
  }
}

/** Stands beside sums over the whole range that are not final. */
function TotalsMark({ series }: { series: UsageSeries }) {
  const words = formatMark(series, 'data') ?? formatMark(series, ANY_MONEY)
  return words && <ProvisionalMark>{words}</ProvisionalMark>
}
