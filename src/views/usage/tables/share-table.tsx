import { type Column, ColumnTable } from '#components/tables/column-table.tsx'
import { type ShareRow, shareColumns } from '#components/tables/share-columns.tsx'
import { stateColumns } from '#components/tables/state-columns.ts'
import { OTHERS } from '#usage/question/usage-record.ts'
import { comparedCountrySums, comparedSums } from '#usage/series/comparison.ts'
import { rankOthers, rankParts } from '#usage/series/ranked-parts.ts'
import type { ShownUsage } from '#usage/series/shown-usage.ts'
import { formatCountry } from '#usage/words/country.ts'
import { GROUP_NAMES } from '#usage/words/part-names.ts'
import type { PartPlaces } from './part-places.ts'
import { PlaceLink } from './place-link.tsx'

/** What the parts of a series are, by what they are told apart by. */
export function headingOf(group: keyof typeof GROUP_NAMES | undefined): string {
  return group ? GROUP_NAMES[group] : 'Where'
}

/** Every part of a series as rows of a table, largest first by what is shown. */
export function partRows(shown: ShownUsage, placeOf: PartPlaces): ShareRow[] {
  const { series, names, comparison, direction } = shown
  const others = rankOthers(shown)
  const all = [...rankParts(shown), ...others].filter(
    // What they stand for is told one by one.
    ({ part }) => part.key !== OTHERS || others.length === 0,
  )
  const ranked = others.length > 0 ? all.toSorted((a, b) => b.amount - a.amount) : all
  return ranked.map(({ part }): ShareRow => {
    const name = `${names(part.key)}${part.members > 1 ? ` (${part.members})` : ''}`
    const to = part.key === OTHERS ? undefined : placeOf(part.key)
    return {
      key: part.key,
      name,
      label: series.parts.length > 1 ? <PlaceLink to={to} name={name} /> : name,
      total: part.total,
      charged: part.charged,
      compared: (measure) => comparison && comparedSums(comparison, measure, direction, part.key),
    }
  })
}

/** Every country of a series as rows of a table. */
export function countryRows(shown: ShownUsage, placeOf: PartPlaces): ShareRow[] {
  const { series, comparison, direction } = shown
  return series.countries.map(({ country, charged, columns: _, ...total }): ShareRow => {
    const name = formatCountry(country)
    return {
      key: country,
      name,
      label: <PlaceLink to={placeOf(country)} name={name} />,
      total,
      charged,
      compared: (measure) =>
        comparison && comparedCountrySums(comparison, measure, direction, country),
    }
  })
}

/** The columns of both as they are taken away, with the state of their numbers. */
export function exportedColumnsOfShares(
  shown: ShownUsage,
  heading: string,
  rows: readonly ShareRow[],
): Column<ShareRow>[] {
  return [...columnsOfShares(shown, heading, rows), ...stateColumns(shown.series)]
}

/** The columns of both. */
function columnsOfShares(
  { series, direction, comparison }: ShownUsage,
  heading: string,
  rows: readonly ShareRow[],
) {
  return shareColumns({
    series,
    direction,
    heading,
    whole: rows.reduce((sum, { total }) => sum + total.data[direction], 0),
    comparison,
  })
}

/** Parts or countries with their shares, costs and changes. */
export function ShareTable({
  shown,
  heading,
  rows,
}: {
  shown: ShownUsage
  heading: string
  rows: readonly ShareRow[]
}) {
  return (
    <ColumnTable
      label={heading}
      minWidth={480}
      columns={columnsOfShares(shown, heading, rows)}
      items={rows}
      keyOf={({ key }) => key}
    />
  )
}
