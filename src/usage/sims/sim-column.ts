import type { Product } from '../kore/products.ts'
import type { DataLimit, LimitedPart, UsedLimit } from './data-limit.ts'
import type { ListableSim } from './listed-sims.ts'
import type { SimAmounts } from './sim-sums.ts'

/** What is known of SIMs beside what their list says. */
export interface KnownOfSims<S extends ListableSim = ListableSim> {
  planOf(sim: S): { readonly name: string; readonly limits: readonly DataLimit[] } | undefined
  /** In the range; undefined where it is not known. */
  usageOf(sim: S): SimAmounts | undefined
  /** The bytes alone. */
  bytesOf(sim: S): number | undefined
  /** Bytes that a limit of a part counts, since its month began; undefined where they are not known. */
  limitedBytesOf(sim: S, part: LimitedPart): number | undefined
}

/** A SIM as it is taken away. */
export interface ExportedSim {
  readonly name: string
  readonly sid: string
  readonly iccid: string
  readonly product: string
  readonly account: string
  readonly status: string
  /** The name of its rate plan or its fleet. */
  readonly plan: string
  /** In the range; undefined where it is not known. */
  readonly usage: SimAmounts | undefined
  /** The limit of which most is used; undefined where there is none, or its use is not known. */
  readonly nearest: UsedLimit | undefined
}

/** What the usage of a list of SIMs is of. */
export interface ExportedRange {
  readonly start: Date
  /** Exclusive. */
  readonly end: Date
  /** The products of which usage of the range can no longer be added to. */
  readonly finalProducts: readonly string[]
  /** The products of which every charge of the range is in by its delay. */
  readonly chargedProducts: readonly string[]
}

/** One column of a file. */
export interface ExportedField {
  readonly heading: string
  /** @returns undefined for what is not known */
  value(sim: ExportedSim): string | number | Date | undefined
}

/** How a list is sorted by a column. */
export interface SimColumnSort {
  /** The order that the first click asks for: a number is sorted for its largest first. */
  readonly first: 'ascending' | 'descending'
  /** @returns undefined for what is not known, which comes last */
  value<S extends ListableSim>(sim: S, known: KnownOfSims<S>): string | number | undefined
  /** Whether it is by what each SIM used, which may have to be asked for one by one. */
  readonly needsFigures?: true
}

/** A column of the list of SIMs but for its cells, which are drawn by `SIM_CELLS` of the views. */
export interface SimColumn {
  /** Names it in the address, where it sorts. */
  readonly key: string
  readonly heading: string
  /** What it is called where all SIMs are of one product. */
  readonly headings?: Readonly<Record<Product, string>>
  /** Pixels. */
  readonly width: number
  /** Whether its cells are numbers, which end where their heading does. */
  readonly isNumber?: boolean
  /** Whether it tells nothing where all SIMs are of one account. */
  readonly needsAccounts?: boolean
  /** Whether only a file holds it: it has no room beside the others. */
  readonly fileOnly?: boolean
  /** Without, nothing sorts by it. */
  readonly sort?: SimColumnSort
  /**
   * What a file holds of it; without, nothing.
   *
   * @param currencies of the costs of all SIMs, sorted
   */
  exported?(range: ExportedRange, currencies: readonly string[]): readonly ExportedField[]
}
