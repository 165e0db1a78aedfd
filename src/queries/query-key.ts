import type { Product } from '#usage/kore/products.ts'

/** Whose numbers a query is about; `all` where one answer is about every product. */
export interface Owner {
  readonly account: string
  readonly product: Product | 'all'
}

/** What the upstream, or what is kept of it, is asked for. */
export type AskedKey = readonly [
  name: string,
  account: string,
  product: Owner['product'],
  ...question: readonly unknown[],
]

/**
 * The key of a query about an account: there is no way to make one without its account and product.
 *
 * @param question all that the answer depends on; plain values, that can be told apart as JSON
 */
export function askedKey(
  name: string,
  { account, product }: Owner,
  ...question: readonly unknown[]
): AskedKey {
  return [name, account, product, ...question]
}

/** An answer that something is computed from, as far as it has come in. */
export interface Source {
  /** What was asked. */
  readonly key: AskedKey
  /** What came in and is made use of, piece by piece. */
  readonly pieces: readonly object[]
}

/**
 * The key of what is computed from answers: what was asked for each, which pieces of it are there, and
 * what is made of them. Not a count of the pieces, nor a time: both can be the same of others.
 *
 * @param question all else that the result depends on, as in `askedKey`
 */
export function computedKey(
  name: string,
  sources: readonly Source[],
  ...question: readonly unknown[]
) {
  return [
    name,
    sources.map(({ key, pieces }) => [...key, pieces.map(identityOf)]),
    ...question,
  ] as const
}

const identities = new WeakMap<object, number>()
let known = 0

/** A number that no other object has, as long as the page is open; it keeps nothing in memory. */
export function identityOf(object: object): number {
  const identity = identities.get(object)
  if (identity !== undefined) return identity
  known += 1
  identities.set(object, known)
  return known
}
