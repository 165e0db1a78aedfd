import { factsOf, type Product } from '../kore/products.ts'
import { addMoney } from '../question/money.ts'
import type { Group } from '../question/usage-query.ts'
import { OTHERS } from '../question/usage-record.ts'
import { isChargedInFull } from '../series/amount-state.ts'
import type { MoneyColumns, PartColumns } from '../series/part-sums.ts'
import type { ChargeableUsage } from '../series/series-cost.ts'
import type { UsageSeries } from '../series/usage-series.ts'
import { type ComparedMember, type MemberUsage, NOTHING_USED } from './member-usage.ts'

/** What a difference can be explained by: home and roaming, or what usage can be told apart by. */
export type Dimension = 'part' | Group

/**
 * The dimensions that the API tells without asking for SIM after SIM.
 *
 * @param accounts how many there are
 */
export function dimensionsOf(product: Product, accounts: number): Dimension[] {
  const { groups, tellsRoaming } = factsOf(product)
  return [
    ...(tellsRoaming ? (['part', 'country'] as const) : []),
    ...(groups.includes('country') ? (['country'] as const) : []),
    ...groups.filter((group) => group !== 'country'),
    ...(accounts > 1 ? (['account'] as const) : []),
  ]
}

/** What a question has to be grouped by for a dimension; of some products all records tell it. */
export function groupOf(product: Product, dimension: Dimension): Group | undefined {
  if (dimension === 'part') return undefined
  if (dimension === 'account') return dimension
  return factsOf(product).groups.includes(dimension) ? dimension : undefined
}

/** The members of a dimension in both periods: each that used anything in one of them. */
export function comparedMembers(
  later: UsageSeries,
  earlier: UsageSeries,
  dimension: Dimension,
): ComparedMember[] {
  const [now, before] = [usagesOf(later, dimension), usagesOf(earlier, dimension)]
  return [...new Set([...now.keys(), ...before.keys()])].map((key) => ({
    key,
    later: now.get(key) ?? NOTHING_USED,
    earlier: before.get(key) ?? NOTHING_USED,
  }))
}

/** A member of a dimension in one series. */
interface ShownMember extends ChargeableUsage {
  readonly key: string
  readonly columns: PartColumns
}

/** Every member of a dimension that a series tells of, the one that used most first. */
export function shownMembers(series: UsageSeries, dimension: Dimension): ShownMember[] {
  const { parts, rest, countries, product } = series
  // What the others stand for is told one by one.
  const all = [...parts, ...rest].filter(({ key }) => key !== OTHERS || rest.length === 0)
  const abroad = dimension === 'country' && factsOf(product).tellsRoaming
  return [
    ...all
      .filter(({ key }) => !abroad || key !== 'internationalRoaming')
      .map((part) => ({ key: part.key, total: part.total, charged: part.charged, columns: part })),
    ...(abroad ? countries : []).map(({ country, columns, charged, ...total }) => ({
      ...{ key: country, total, charged, columns },
    })),
  ].sort((a, b) => b.total.data.total - a.total.data.total || (a.key < b.key ? -1 : 1))
}

function usagesOf(series: UsageSeries, dimension: Dimension): ReadonlyMap<string, MemberUsage> {
  const isCommandsCharged = isChargedInFull(series)
  return new Map(
    shownMembers(series, dimension).map(({ key, total, charged, columns }) => [
      key,
      {
        data: total.data,
        commands: total.commands,
        dataCost: sumColumns(columns.dataCost),
        commandsCost: sumColumns(columns.commandsCost),
        charged:
          charged.bytes === total.data.total &&
          // Whose Commands lack their charge is not told part by part.
          (total.commands.total === 0 || isCommandsCharged),
      },
    ]),
  )
}

function sumColumns(columns: MoneyColumns): ReadonlyMap<string, number> {
  return new Map([...columns].map(([currency, column]) => [currency, column.reduce(addMoney, 0)]))
}
