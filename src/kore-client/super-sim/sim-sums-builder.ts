import { roundMoney } from '#usage/question/money.ts'
import { type Oddity, sumOddities } from '#usage/question/oddity.ts'
import type { RequestGranularity } from '#usage/question/request-plan.ts'
import { SID_LENGTH, type SimColumns } from '#usage/sims/sim-sums.ts'
import type { Interval } from '#usage/time/interval.ts'
import { parseMoment } from '#usage/time/parse-moment.ts'
import { unreadable } from '../get-json.ts'
import { checkLength } from '../read-records.ts'
import type { UpstreamFailure } from '../upstream-error.ts'
import { parseMoney, parseWholeNumber } from '../wire-values.ts'

const FIRST_ROOM = 1024

type Amounts = 'total' | 'download' | 'upload' | 'uncharged'

/** Currencies of one list beyond these would not fit beside each other in what was seen. */
const MOST_CURRENCIES = 7

/**
 * Sums Super SIM usage records that are grouped by SIM, page by page. What it holds grows with the SIMs
 * and the periods, not with the records.
 *
 * It checks what `wireUsageRecord` checks, by hand: that takes a third of the time that reading the
 * text does, a schema takes three times as long.
 */
export class SimSumsBuilder {
  readonly #periods = new Map<number, number>()
  readonly #rows = new Map<string, number>()
  readonly #columns: Record<Amounts, Float64Array>
  readonly #cost = new Map<string, Float64Array>()
  /** Of each cell, a bit for a record without a charge, and one for each currency. */
  #seen: Uint8Array
  /** Of each currency; undefined for no charge, whose bit is there from the beginning. */
  readonly #bits = new Map<string | undefined, number>([[undefined, 1]])
  readonly #oddities: Oddity[] = []
  readonly #granularity: RequestGranularity
  /** In the order of their rows. */
  readonly #sids: string[] = []
  #lastRow = -1
  #lastStart: string | undefined
  #lastEnd: unknown
  #lastPeriod: number | undefined

  /** @param periods those that a record can be of, by the granularity that was asked for */
  constructor(periods: readonly Interval[], granularity: RequestGranularity) {
    this.#granularity = granularity
    for (const { start } of periods) this.#periods.set(start.getTime(), this.#periods.size)
    const room = FIRST_ROOM * this.#periods.size
    this.#columns = {
      total: new Float64Array(room),
      download: new Float64Array(room),
      upload: new Float64Array(room),
      uncharged: new Float64Array(room),
    }
    this.#seen = new Uint8Array(room)
  }

  /**
   * Adds the records of one page; those without a period count for nothing, those without a SIM for
   * none, and those that the page tells twice once.
   *
   * @returns false where one of them was added by an earlier page: the list has changed meanwhile
   * @throws UpstreamFailure where a record is not what the API promises
   */
  addPage(records: unknown): boolean {
    if (!Array.isArray(records)) throw unreadable('Unexpected value at usage_records: no list')
    return records.every((record: unknown, index) => this.#add(record, index, records))
  }

  columns(): SimColumns {
    const cells = this.#sids.length * this.#periods.size
    return {
      sids: this.#sids.join(''),
      periods: this.#periods.size,
      total: this.#columns.total.slice(0, cells),
      download: this.#columns.download.slice(0, cells),
      upload: this.#columns.upload.slice(0, cells),
      uncharged: this.#columns.uncharged.slice(0, cells),
      cost: new Map([...this.#cost].map(([name, column]) => [name, column.slice(0, cells)])),
      oddities: sumOddities(this.#oddities),
    }
  }

  #add(record: unknown, index: number, page: readonly unknown[]): boolean {
    if (!isObject(record)) throw wrongAt(index, '')
    const period = this.#periodOf(record.period, index)
    const { sim_sid: sid } = record
    const upload = bytesOf(record, 'data_upload', index)
    const download = bytesOf(record, 'data_download', index)
    const both = upload + download
    const total = isNone(record.data_total) ? both : bytesOf(record, 'data_total', index)
    if (period === undefined) return true
    if (isNone(sid)) {
      if (total !== 0) this.#oddities.push({ kind: 'withoutSim', amount: total })
      return true
    }
    if (typeof sid !== 'string' || sid.length !== SID_LENGTH) throw wrongAt(index, 'sim_sid')
    const cell = this.#rowOf(sid) * this.#periods.size + period
    const currency = currencyOf(record, index)
    const bit = this.#bitOf(currency)
    const seen = this.#seen[cell] ?? 0
    if (seen & bit) return this.#isRepeat(record, page.slice(0, index))
    this.#seen[cell] = seen | bit
    addAt(this.#columns.upload, cell, upload)
    addAt(this.#columns.download, cell, download)
    addAt(this.#columns.total, cell, total)
    if (total !== both) {
      this.#oddities.push({ kind: 'directionsDiffer', amount: Math.abs(total - both) })
    }
    this.#addCharge(record, currency, cell, total, index)
    return true
  }

  /** Whether a record of a SIM and period that has one stands in the same page already, just alike. */
  #isRepeat(record: WireRecord, before: readonly unknown[]): boolean {
    const text = JSON.stringify(record)
    if (!before.some((one) => JSON.stringify(one) === text)) return false
    this.#oddities.push({ kind: 'repeated', amount: 1 })
    return true
  }

  /** What tells a record of a SIM and period from another of them: a SIM may be charged in several currencies. */
  #bitOf(currency: string | undefined): number {
    const known = this.#bits.get(currency)
    if (known !== undefined) return known
    const bit = 2 ** this.#bits.size
    if (bit > 2 ** MOST_CURRENCIES) {
      throw unreadable(`There are charges in more than ${MOST_CURRENCIES} currencies.`)
    }
    if (currency !== undefined) this.#cost.set(currency, new Float64Array(this.#seen.length))
    this.#bits.set(currency, bit)
    return bit
  }

  /** A charge without a unit or an amount is not known yet (contract §4): it is not zero. */
  #addCharge(
    { data_total_billed: billed }: WireRecord,
    currency: string | undefined,
    cell: number,
    bytes: number,
    index: number,
  ): void {
    const column = currency === undefined ? undefined : this.#cost.get(currency)
    if (!column || isNone(billed)) {
      addAt(this.#columns.uncharged, cell, bytes)
      return
    }
    const amount = parseMoney(billed)
    if (amount === undefined) throw wrongAt(index, 'data_total_billed')
    column[cell] = roundMoney(amount)
  }

  /** @returns undefined for a record without a period, or of none that was asked for */
  #periodOf(period: unknown, index: number): number | undefined {
    if (period === null || period === undefined) return undefined
    if (!isObject(period)) throw wrongAt(index, 'period')
    const { start_time: start, end_time: end } = period
    if (start === undefined || end === undefined) return undefined
    if (typeof start !== 'string') throw wrongAt(index, 'period.start_time')
    // Of most records the one before had the same.
    if (start === this.#lastStart && end === this.#lastEnd) return this.#lastPeriod
    const [from, until] = [parseMoment(start), parseMoment(String(end))]
    if (!from) throw wrongAt(index, 'period.start_time')
    if (!until) throw wrongAt(index, 'period.end_time')
    checkLength({ start: from, end: until }, this.#granularity)
    this.#lastStart = start
    this.#lastEnd = end
    // The one period of a total is what was asked for, however it was rounded.
    this.#lastPeriod = this.#periods.size === 1 ? 0 : this.#periods.get(from.getTime())
    return this.#lastPeriod
  }

  #rowOf(sid: string): number {
    // In each period the SIMs come in the same order, most often: to compare is less than to look up.
    const next = this.#lastRow + 1
    const known = this.#sids[next] === sid ? next : this.#rows.get(sid)
    this.#lastRow = known ?? this.#sids.length
    if (known !== undefined) return known
    this.#rows.set(sid, this.#lastRow)
    this.#sids.push(sid)
    if (this.#sids.length * this.#periods.size > this.#seen.length) this.#grow()
    return this.#lastRow
  }

  #grow(): void {
    const room = this.#seen.length * 2
    const grown = (column: Float64Array) => {
      const larger = new Float64Array(room)
      larger.set(column)
      return larger
    }
    this.#columns.total = grown(this.#columns.total)
    this.#columns.download = grown(this.#columns.download)
    this.#columns.upload = grown(this.#columns.upload)
    this.#columns.uncharged = grown(this.#columns.uncharged)
    for (const [unit, column] of this.#cost) this.#cost.set(unit, grown(column))
    const seen = new Uint8Array(room)
    seen.set(this.#seen)
    this.#seen = seen
  }
}

type WireRecord = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null
}

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function addAt(column: Float64Array, cell: number, amount: number): void {
  column[cell] = (column[cell] ?? 0) + amount
}

/** @returns undefined where the record names none */
function currencyOf({ billed_unit: unit }: WireRecord, index: number): string | undefined {
  if (isNone(unit)) return undefined
  if (typeof unit !== 'string') throw wrongAt(index, 'billed_unit')
  return unit.trim() || undefined
}

function bytesOf(record: WireRecord, key: string, index: number): number {
  const bytes = parseWholeNumber(record[key])
  if (bytes === undefined) throw wrongAt(index, key)
  return bytes
}

function wrongAt(index: number, key: string): UpstreamFailure {
  return unreadable(`Unexpected value at usage_records.${index}.${key}`)
}
