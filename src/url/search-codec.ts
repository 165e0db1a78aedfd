import { readKey, type SearchKey, writeKey } from './search-key.ts'

/** A state of a view that is held in the query of its address. */
export interface SearchCodec<S> {
  parse(parameters: URLSearchParams): S
  serialize(search: S): URLSearchParams
  /** In the order in which they are told to a reader. */
  readonly keys: readonly SearchKey<unknown>[]
}

/** The state that a codec reads and writes. */
export type SearchOf<C> = C extends SearchCodec<infer S> ? S : never

/** A page's map of keys: each stands under its own name, in the order in which they are written. */
type KeysOf<S> = { readonly [N in keyof S]: SearchKey<S[N]> }

type NameOf<S> = Extract<keyof S, string>

/**
 * Reads and writes a page's address.
 *
 * @param keys all that the page's state is made of
 */
export function searchCodec<S extends object>(keys: KeysOf<S>): SearchCodec<Readonly<S>> {
  return partCodec(keys, readKeys(keys, new URLSearchParams()))
}

/**
 * Reads and writes a part of a state.
 *
 * @param keys those of the part
 * @param rest the whole state, of which everything holds that is not in the part
 */
export function partCodec<P extends object, S extends P>(keys: KeysOf<P>, rest: S): SearchCodec<S> {
  const names = namesOf(keys)
  const isLast = (name: NameOf<P>) => keys[name].writtenLast === true
  const written = [...names.filter((name) => !isLast(name)), ...names.filter(isLast)]
  return {
    keys: names.map((name) => keys[name]),
    parse: (parameters) => ({ ...rest, ...readKeys(keys, parameters) }),
    serialize(search) {
      const parameters = new URLSearchParams()
      const part: P = search
      for (const name of written) writeKey(parameters, keys[name], part[name])
      return parameters
    },
  }
}

function namesOf<S extends object>(keys: KeysOf<S>): NameOf<S>[] {
  const names: NameOf<S>[] = []
  for (const name in keys) names.push(name)
  return names
}

// The first line says what the compiler cannot find out: a value of each key, under its name.
function readKeys<S extends object>(keys: KeysOf<S>, parameters: URLSearchParams): S
function readKeys(keys: KeysOf<Record<string, unknown>>, parameters: URLSearchParams): object {
  return Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, readKey(parameters, key)]),
  )
}
