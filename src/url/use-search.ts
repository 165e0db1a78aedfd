import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { SearchCodec } from './search-codec.ts'
import { findSearchProblems, type SearchProblem } from './search-key.ts'

/** A view's state and the way to change it. */
export interface Search<S> {
  readonly search: S
  readonly problems: readonly SearchProblem[]
  /**
   * Changes some of the state; what is not named stays.
   *
   * @param how `replace` for what is not worth a step back, such as each letter of a search
   */
  change(part: Partial<S>, how?: 'push' | 'replace'): void
  /** The query of the address that a change leads to, for a link. */
  queryOf(part: Partial<S>): string
}

/** Stands beside an address that shows the view before it, asked in another way. */
const SAME_VIEW = 'same-view'

/** Whether a step led from a view to itself, and its reader stays where they have scrolled to. */
export function isSameView(state: unknown): boolean {
  return state === SAME_VIEW
}

/** The address's query as a view's state: the only place that holds it. */
export function useSearch<S extends object>(codec: SearchCodec<S>): Search<S> {
  const [parameters, setParameters] = useSearchParams()
  const search = useMemo(() => codec.parse(parameters), [codec, parameters])
  const problems = useMemo(() => findSearchProblems(parameters, codec.keys), [codec, parameters])
  return useMemo(
    () => ({
      search,
      problems,
      queryOf: (part) => `?${codec.serialize({ ...search, ...part })}`,
      change: (part, how = 'push') =>
        setParameters(codec.serialize({ ...search, ...part }), {
          replace: how === 'replace',
          state: SAME_VIEW,
        }),
    }),
    [codec, search, problems, setParameters],
  )
}
