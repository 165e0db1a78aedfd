import type { Product } from '../kore/products.ts'
import { type FindableSim, isFoundBy } from './find-sims.ts'
import { wordsOf } from './find-words.ts'
import { sortInSteps } from './sort-in-steps.ts'
import { STEP } from './step.ts'

/** A SIM as far as a list sorts and filters it. */
export interface ListableSim extends FindableSim {
  readonly product: Product
  /** The SID of its rate plan or its fleet. */
  readonly planSid: string
}

/** Which SIMs of a list are wanted, and in which order. */
export interface SimListing {
  readonly find: string
  readonly product: Product | 'all'
  /** In the API's own word; empty for every one. */
  readonly status: string
  /** The SID of a rate plan or a fleet; empty for every one. */
  readonly plan: string
  readonly descending: boolean
}

/** Whether a SIM is wanted by what is known of it; one of which that is not known is not. */
export type SimTest<T> = (sim: T) => boolean | undefined

/** What SIMs are sorted by: a text, a number, or undefined where it is not known, which comes last. */
export type SortValue<T> = (sim: T) => string | number | undefined

/** The SIMs that are wanted, and what all are like. */
interface ListedSims<T> {
  readonly sims: readonly T[]
  /** How many SIMs of the product there are of each status, most first. */
  readonly statuses: readonly { readonly status: string; readonly count: number }[]
  /** How many of those that are wanted have no value to be sorted by. */
  readonly unknown: number
}

/**
 * Finds and sorts SIMs in steps, so that a hundred thousand of them hold nothing up. Those that are
 * alike stay in the order that they came in; digits count as numbers, so that `truck-9` comes before
 * `truck-10`.
 *
 * @param pages of the list
 * @param isWanted what else a SIM must be
 */
export function* listSims<T extends ListableSim>(
  pages: readonly (readonly T[])[],
  { find, product, status, plan, descending }: SimListing,
  sortValueOf: SortValue<T>,
  isWanted: SimTest<T> = () => true,
): Generator<void, ListedSims<T>> {
  const words = wordsOf(find)
  const counts = new Map<string, number>()
  const wanted: Sortable<T>[] = []
  let looked = 0
  for (const page of pages) {
    for (const sim of page) {
      looked += 1
      if (looked % STEP === 0) yield
      if (product !== 'all' && sim.product !== product) continue
      counts.set(sim.status, (counts.get(sim.status) ?? 0) + 1)
      if (status && sim.status !== status) continue
      if (plan && sim.planSid !== plan) continue
      if (!isFoundBy(sim, words) || !isWanted(sim)) continue
      const value = sortValueOf(sim)
      wanted.push({ sim, value: typeof value === 'string' ? naturalKey(value) : value })
    }
  }
  const sorted = yield* sortInSteps(wanted, descending ? compareDescending : compareAscending)
  return {
    sims: sorted.map(({ sim }) => sim),
    statuses: [...counts]
      .map(([name, count]) => ({ status: name, count }))
      .sort((a, b) => b.count - a.count || (a.status < b.status ? -1 : 1)),
    unknown: wanted.filter(({ value }) => value === undefined).length,
  }
}

/** The first SIMs that a text finds, in the order that they came in; in steps. */
export function* findFirstSims<T extends FindableSim>(
  pages: readonly (readonly T[])[],
  text: string,
  most: number,
): Generator<void, T[]> {
  const words = wordsOf(text)
  const found: T[] = []
  let looked = 0
  for (const page of pages) {
    for (const sim of page) {
      looked += 1
      if (looked % STEP === 0) yield
      if (isFoundBy(sim, words)) found.push(sim)
      if (found.length === most) return found
    }
  }
  return found
}

interface Sortable<T> {
  readonly sim: T
  readonly value: string | number | undefined
}

function compareAscending(a: Sortable<unknown>, b: Sortable<unknown>): number {
  return compareUnknown(a, b) ?? compareValues(a, b)
}

function compareDescending(a: Sortable<unknown>, b: Sortable<unknown>): number {
  return compareUnknown(a, b) ?? compareValues(b, a)
}

/** What is not known comes last, whichever way the rest is sorted. */
function compareUnknown(a: Sortable<unknown>, b: Sortable<unknown>): number | undefined {
  if (a.value !== undefined && b.value !== undefined) return undefined
  return Number(a.value === undefined) - Number(b.value === undefined)
}

function compareValues({ value: a = 0 }: Sortable<unknown>, { value: b = 0 }: Sortable<unknown>) {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Longer than any number in a name or an ICCID. */
const DIGITS = 20

/** A text that sorts, letter by letter, as a person would sort what it was made from. */
function naturalKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'))
}
