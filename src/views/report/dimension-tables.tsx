import { GigabytePrice } from '#components/gigabyte-price.tsx'
import {
  type CauseRow,
  causeColumns,
  exportedCauseColumns,
  sumRow,
} from '#components/tables/cause-columns.tsx'
import { changeColumn } from '#components/tables/change-column.tsx'
import type { Column } from '#components/tables/column-table.tsx'
import { type ShareRow, shareColumns } from '#components/tables/share-columns.tsx'
import { stateColumns } from '#components/tables/state-columns.ts'
import type { Product } from '#usage/kore/products.ts'
import { type ExplainedChange, explainChange } from '#usage/report/change-cause.ts'
import { comparedMembers, type Dimension, shownMembers } from '#usage/report/compared-members.ts'
import type { ProductAnswers } from '#usage/report/report-questions.ts'
import { ANY_MONEY } from '#usage/series/amount-state.ts'
import type { ComparedSums } from '#usage/series/comparison.ts'
import { costPerGigabyte } from '#usage/series/series-cost.ts'
import type { Measure, UsageSeries } from '#usage/series/usage-series.ts'
import { DIMENSION_NAMES } from '#usage/words/part-names.ts'
import { describeUnknown } from '#usage/words/report/cause-words.ts'
import { describeStretch } from '#usage/words/report/report-words.ts'
import { formatMark } from '#usage/words/series-words.ts'
import { PlaceLink } from '../usage/tables/place-link.tsx'
import { memberPlace, type ReportPlace } from './report-places.ts'
import { type ReportTable, reportTable } from './report-table.tsx'

/** Names the members of each dimension by their keys. */
export type MemberNames = (dimension: Dimension, key: string) => string

/** The tables of a product's dimensions: what each member used and cost, and why the cost changed. */
export function dimensionTables(
  { product, stretch, dimensions }: ProductAnswers,
  names: MemberNames,
  place: ReportPlace,
): ReportTable[] {
  return dimensions.flatMap(({ dimension, month, later, earlier }) => {
    if (!month) return []
    const members =
      later?.complete && earlier?.complete ? comparedMembers(later, earlier, dimension) : undefined
    const explain = (measure: Measure) => members && explainChange(members, measure)
    const asked = { product, dimension, names, place }
    const currencies = [
      ...new Set([month, later, earlier].flatMap((series) => series?.currencies ?? [])),
    ].sort()
    return [
      memberTable({
        ...asked,
        series: month,
        sumsOf: (measure) => sumsByKey(explain(measure)),
        note: describeStretch(stretch),
      }),
      ...currencies.flatMap((currency) => {
        const explained = explain({ currency })
        return explained && explained.causes.length > 0
          ? causeTable({ ...asked, explained, currency, note: describeStretch(stretch) })
          : []
      }),
    ]
  })
}

interface AskedMembers {
  readonly product: Product
  readonly dimension: Dimension
  readonly names: MemberNames
  readonly place: ReportPlace
}

/** How each member changed, as it stands; what it is a day is told of the totals. */
function sumsByKey(explained: ExplainedChange | undefined): ReadonlyMap<string, ComparedSums> {
  return new Map(
    (explained?.causes ?? []).flatMap(({ key, later, earlier }) =>
      later === undefined || earlier === undefined
        ? []
        : [[key, { later, earlier, laterDuration: 0, earlierDuration: 0 }] as const],
    ),
  )
}

/** What each member used and cost in the month, and how that changed. */
function memberTable({
  product,
  dimension,
  names,
  place,
  series,
  sumsOf,
  note,
}: AskedMembers & {
  series: UsageSeries
  sumsOf: (measure: Measure) => ReadonlyMap<string, ComparedSums>
  note: string
}): ReportTable {
  const heading = DIMENSION_NAMES[dimension]
  const measures: Measure[] = ['data', ...series.currencies.map((currency) => ({ currency }))]
  const mark = formatMark(series, 'data') ?? formatMark(series, ANY_MONEY)
  const rows = shownMembers(series, dimension).map(({ key, total, charged }): ShareRow => {
    const name = names(dimension, key)
    return {
      ...{ key, name, total, charged, compared: () => undefined },
      label: <PlaceLink to={memberPlace(product, dimension, key, place)} name={name} />,
    }
  })
  const columns = [
    ...shareColumns({
      ...{ series, heading, direction: 'total' },
      whole: series.total.data.total,
      comparison: undefined,
    }).flatMap((column) => ownPrice(column, rows)),
    ...measures.map((measure) => {
      const sums = sumsOf(measure)
      const asked = { measure, direction: 'total', of: undefined } as const
      return changeColumn<ShareRow>(asked, ({ key }) => sums.get(key))
    }),
  ]
  return reportTable<ShareRow>({
    key: `${product} ${dimension}`,
    title: `By ${heading.toLowerCase()}`,
    ...{ product, columns },
    note: mark ? `Amounts are ${mark}. ${note}` : note,
    exportedColumns: stateColumns(series),
    items: rows,
    keyOf: ({ key }) => key,
  })
}

/**
 * What a gigabyte costs, of members that are charged in one currency, also where others are in another; no
 * column where it is known of none.
 */
function ownPrice(column: Column<ShareRow>, rows: readonly ShareRow[]): Column<ShareRow>[] {
  const [, currency] = /^gigabyte (.+)$/.exec(column.key) ?? []
  if (currency === undefined) return [column]
  const priceOf = (row: ShareRow) =>
    costPerGigabyte({ currencies: [...row.total.cost.keys()] }, [row], currency)
  if (rows.every((row) => !row.total.cost.has(currency) || !priceOf(row))) return []
  const own = (row: ShareRow) => (row.total.cost.has(currency) ? priceOf(row) : undefined)
  return [
    {
      ...column,
      value: (row) => own(row)?.cost,
      cell: (row) => {
        const gigabyte = own(row)
        return gigabyte ? <GigabytePrice {...{ gigabyte, currency }} /> : '–'
      },
    },
  ]
}

/** Why a cost changed, member by member. */
function causeTable({
  product,
  dimension,
  names,
  place,
  explained,
  currency,
  note,
}: AskedMembers & { explained: ExplainedChange; currency: string; note: string }): ReportTable {
  const heading = DIMENSION_NAMES[dimension]
  const measure = { currency }
  const rows = explained.causes.map((cause): CauseRow => {
    const name = names(dimension, cause.key)
    const to = memberPlace(product, dimension, cause.key, place)
    return { ...cause, name, label: <PlaceLink to={to} name={name} /> }
  })
  const unknown = describeUnknown(explained, measure)
  const columns = causeColumns(explained, measure, heading)
  return reportTable<CauseRow>({
    key: `${product} ${dimension} why ${currency}`,
    title: `Why the cost in ${currency} changed, by ${heading.toLowerCase()}`,
    note: unknown ? `${unknown} ${note}` : note,
    ...{ product, columns },
    exportedColumns: exportedCauseColumns(explained, measure, heading, 'final').slice(
      columns.length,
    ),
    items: rows,
    foot: sumRow('All together', explained),
    keyOf: ({ key }) => key,
  })
}
