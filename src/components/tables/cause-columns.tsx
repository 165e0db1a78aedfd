import type { ReactNode } from 'react'
import type { ChangeCause, ExplainedChange } from '#usage/report/change-cause.ts'
import type { CostSplit } from '#usage/report/cost-split.ts'
import type { AmountState } from '#usage/series/amount-state.ts'
import type { Measure } from '#usage/series/usage-series.ts'
import { formatDifference, formatGrowth } from '#usage/words/comparison-words.ts'
import { formatExactAmount } from '#usage/words/format-amount.ts'
import { CAUSE_KINDS } from '#usage/words/report/cause-words.ts'
import { Amount } from '../amount.tsx'
import type { Column } from './column-table.tsx'
import { textColumn } from './state-columns.ts'

/** What a member has to do with a change, or all of them together. */
export interface CauseRow extends Pick<ChangeCause, 'later' | 'earlier' | 'change' | 'split'> {
  readonly key: string
  readonly name: string
  /** Its name, or what leads on from it. */
  readonly label: ReactNode
  /** Undefined for the sum. */
  readonly kind?: ChangeCause['kind']
}

type EffectKey = Exclude<keyof CostSplit, 'isPriced'>

/** What several members come to, in one row. */
export function sumRow(
  name: string,
  { later, earlier, change, split }: Omit<ExplainedChange, 'causes'>,
): CauseRow {
  return { key: name, name, label: name, later, earlier, change, ...(split ? { split } : {}) }
}

/**
 * What was, what is, and the change; of money with what it is made of.
 *
 * @param heading what the members are
 */
export function causeColumns(
  { causes, split }: Pick<ExplainedChange, 'causes' | 'split'>,
  measure: Measure,
  heading: string,
): Column<CauseRow>[] {
  const isMoney = typeof measure === 'object'
  const unit = measure === 'data' ? 'bytes' : isMoney ? measure.currency : 'Commands'
  const amount = (key: 'earlier' | 'later', name: string): Column<CauseRow> => ({
    ...{ key, heading: name, exportedAs: `${name.toLowerCase()} (${unit})`, isNumber: true },
    value: (row) => row[key],
    cell: (row) => {
      const told = row[key]
      return told === undefined ? '–' : <Amount amount={told} measure={measure} />
    },
  })
  // Without a price the two effects are not known; all of it is in the last column.
  const effectOf = ({ split: own }: CauseRow, key: EffectKey) =>
    own && (own.isPriced || key === 'other') ? own[key] : undefined
  const effect = (key: EffectKey, name: string): Column<CauseRow> => ({
    ...{ key, heading: name, exportedAs: `${name.toLowerCase()} (${unit})`, isNumber: true },
    value: (row) => effectOf(row, key),
    ...differenceCells(measure, (row) => effectOf(row, key)),
  })
  const hasOther = causes.some((cause) => cause.split && cause.split.other !== 0)
  return [
    {
      ...{ key: 'name', heading },
      value: ({ name }) => name,
      cell: ({ label, kind = 'changed' }) => (
        <>
          {label} {CAUSE_KINDS[kind] && <small>({CAUSE_KINDS[kind]})</small>}
        </>
      ),
    },
    amount('earlier', 'Before'),
    amount('later', 'Now'),
    {
      ...{ key: 'change', heading: 'Change', exportedAs: `change (${unit})`, isNumber: true },
      value: ({ change }) => change,
      ...changeCells(measure),
    },
    ...(isMoney && (split || causes.some((cause) => cause.split))
      ? [effect('usedMore', 'Used more'), effect('costMore', 'Cost more per GB')]
      : []),
    ...(isMoney && hasOther ? [effect('other', 'Commands and unpriced')] : []),
  ]
}

/**
 * The same as they are taken away, with what is new and gone.
 *
 * @param state how far what is compared can be relied on
 */
export function exportedCauseColumns(
  explained: Pick<ExplainedChange, 'causes' | 'split'>,
  measure: Measure,
  heading: string,
  state: AmountState | undefined,
): Column<CauseRow>[] {
  return [
    ...causeColumns(explained, measure, heading),
    textColumn('kind', ({ kind }) => kind),
    textColumn('state', ({ change }) => (change === undefined ? 'unknown' : state)),
  ]
}

function changeCells(measure: Measure): Pick<Column<CauseRow>, 'cell' | 'title'> {
  const { title, cell } = differenceCells(measure, ({ change }) => change)
  return {
    ...(title ? { title } : {}),
    cell: (row) => {
      const { later, earlier } = row
      if (later === undefined || earlier === undefined) return '–'
      return (
        <>
          {cell(row)} <strong>{formatGrowth({ later, earlier })}</strong>
        </>
      )
    },
  }
}

function differenceCells(
  measure: Measure,
  differenceOf: (row: CauseRow) => number | undefined,
): Pick<Column<CauseRow>, 'cell' | 'title'> {
  return {
    title: (row) => {
      const difference = differenceOf(row)
      return difference === undefined ? undefined : formatExactAmount(difference, measure)
    },
    cell: (row) => {
      const later = differenceOf(row)
      if (later === undefined) return '–'
      return <span>{formatDifference({ later, earlier: 0 }, measure)}</span>
    },
  }
}
