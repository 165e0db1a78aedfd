import { addMoney } from '../question/money.ts'
import {
  chargesOf,
  DIRECTIONS,
  type Direction,
  type Flow,
  type UsageRecord,
  unchargedBytesOf,
  unchargedCommandsOf,
} from '../question/usage-record.ts'
import { addChargedAmounts, type ChargedAmounts, NOTHING_CHARGED } from './charged-amounts.ts'
import type { UsageAmounts } from './usage-amounts.ts'

/** Amounts in every bucket, by the way they flow. */
export type FlowColumns = Readonly<Record<Direction, readonly number[]>>

/** Money in every bucket, by currency. */
export type MoneyColumns = ReadonlyMap<string, readonly number[]>

/** A part's usage, bucket by bucket. */
export interface PartColumns {
  readonly data: FlowColumns
  readonly commands: FlowColumns
  /** What both cost together. */
  readonly cost: MoneyColumns
  readonly dataCost: MoneyColumns
  readonly commandsCost: MoneyColumns
  /** Whether any usage of a bucket has no charge. */
  readonly lacksCharge: Readonly<Record<'data' | 'commands', readonly boolean[]>>
}

/** Gathers the usage of one part. */
export class PartSums {
  readonly #buckets: number
  readonly #data: Record<Direction, number[]>
  readonly #commands: Record<Direction, number[]>
  readonly #cost = new Map<string, number[]>()
  readonly #dataCost = new Map<string, number[]>()
  readonly #commandsCost = new Map<string, number[]>()
  readonly #lacksCharge: Record<'data' | 'commands', boolean[]>
  charged: ChargedAmounts = NOTHING_CHARGED

  /** @param buckets how many there are */
  constructor(buckets: number) {
    this.#buckets = buckets
    this.#data = emptyColumns(buckets)
    this.#commands = emptyColumns(buckets)
    const none = () => Array<boolean>(buckets).fill(false)
    this.#lacksCharge = { data: none(), commands: none() }
  }

  add(record: UsageRecord, charged: ChargedAmounts, index: number): void {
    addFlowAt(this.#data, record.data, index)
    addFlowAt(this.#commands, record.commands, index)
    this.charged = addChargedAmounts(this.charged, charged)
    if (unchargedBytesOf(record) > 0) this.#lacksCharge.data[index] = true
    if (unchargedCommandsOf(record) > 0) this.#lacksCharge.commands[index] = true
    const { data, commands } = chargesOf(record)
    for (const charge of data) this.#addCharge([this.#cost, this.#dataCost], charge, index)
    for (const charge of commands) this.#addCharge([this.#cost, this.#commandsCost], charge, index)
  }

  #addCharge(
    sums: readonly Map<string, number[]>[],
    [currency, amount]: readonly [string, number],
    index: number,
  ): void {
    for (const columns of sums) {
      const column = columns.get(currency) ?? zeros(this.#buckets)
      column[index] = addMoney(column[index] ?? 0, amount)
      columns.set(currency, column)
    }
  }

  columns(): PartColumns {
    return {
      data: this.#data,
      commands: this.#commands,
      cost: this.#cost,
      dataCost: this.#dataCost,
      commandsCost: this.#commandsCost,
      lacksCharge: this.#lacksCharge,
    }
  }

  total(): UsageAmounts {
    return {
      data: sumFlow(this.#data),
      commands: sumFlow(this.#commands),
      cost: sumMoney(this.#cost),
      commandsCost: sumMoney(this.#commandsCost),
    }
  }
}

function addFlowAt(columns: Record<Direction, number[]>, flow: Flow, index: number): void {
  for (const direction of DIRECTIONS) {
    columns[direction][index] = (columns[direction][index] ?? 0) + flow[direction]
  }
}

function emptyColumns(buckets: number): Record<Direction, number[]> {
  return { total: zeros(buckets), download: zeros(buckets), upload: zeros(buckets) }
}

function sumFlow({ total, download, upload }: Record<Direction, number[]>): Flow {
  return { total: sum(total), download: sum(download), upload: sum(upload) }
}

function sumMoney(columns: MoneyColumns): ReadonlyMap<string, number> {
  return new Map([...columns].map(([currency, column]) => [currency, column.reduce(addMoney, 0)]))
}

function zeros(length: number): number[] {
  return Array<number>(length).fill(0)
}

function sum(column: readonly number[]): number {
  return column.reduce((total, amount) => total + amount, 0)
}
