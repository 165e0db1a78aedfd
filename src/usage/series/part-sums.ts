import {
  DIRECTIONS,
  type Direction,
  type Flow,
  type UsageRecord,
} from '../question/usage-record.ts'
import type { UsageAmounts } from './usage-amounts.ts'

/** Amounts in every bucket, by the way they flow. */
export type FlowColumns = Readonly<Record<Direction, readonly number[]>>

/** A part's usage, bucket by bucket; costs by currency. */
export interface PartColumns {
  readonly data: FlowColumns
  readonly commands: FlowColumns
  readonly cost: ReadonlyMap<string, readonly number[]>
}

/** Gathers the usage of one part. */
export class PartSums {
  readonly #buckets: number
  readonly #data: Record<Direction, number[]>
  readonly #commands: Record<Direction, number[]>
  readonly #cost = new Map<string, number[]>()
  /** Bytes whose charge is not known yet. */
  unchargedBytes = 0

  /** @param buckets how many there are */
  constructor(buckets: number) {
    this.#buckets = buckets
    this.#data = emptyColumns(buckets)
    this.#commands = emptyColumns(buckets)
  }

  add({ data, commands, cost }: UsageRecord, index: number): void {
    addFlowAt(this.#data, data, index)
    addFlowAt(this.#commands, commands, index)
    if (!cost) return
    if (cost.currency === undefined) {
      this.unchargedBytes += data.total
      return
    }
    const column = this.#cost.get(cost.currency) ?? zeros(this.#buckets)
    column[index] = (column[index] ?? 0) + cost.amount
    this.#cost.set(cost.currency, column)
  }

  columns(): PartColumns {
    return { data: this.#data, commands: this.#commands, cost: this.#cost }
  }

  total(): UsageAmounts {
    return {
      data: sumFlow(this.#data),
      commands: sumFlow(this.#commands),
      cost: new Map([...this.#cost].map(([currency, column]) => [currency, sum(column)])),
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

function zeros(length: number): number[] {
  return Array<number>(length).fill(0)
}

function sum(column: readonly number[]): number {
  return column.reduce((total, amount) => total + amount, 0)
}
