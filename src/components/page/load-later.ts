import { type ComponentType, lazy, useEffect, useState } from 'react'
import { loadPatiently } from './load-patiently.ts'

/** What components that are loaded later are dressed with. */
const loadStyles = () => import('./later.css')

/**
 * A component that is loaded when it is first shown, with its styles; a failure that lasts is thrown where
 * the component stands.
 */
export function loadLater<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(() => loadWithStyles(load))
}

async function loadWithStyles<P extends object>(load: () => Promise<ComponentType<P>>) {
  const [component] = await Promise.all([loadPatiently(load), loadPatiently(loadStyles)])
  return { default: component }
}

/** Something that is loaded once, when it is first wanted or before. */
export interface Loading<T> {
  /** Undefined until it is there. */
  readonly value: T | undefined
  /** Begins to load it, where that has not begun yet. */
  begin(): Promise<T>
}

/** A component with its styles that will be wanted, and can be begun with before that. */
export function loadComponentOnce(
  load: () => Promise<ComponentType>,
): Loading<{ readonly default: ComponentType }> {
  return loadOnce(() => loadWithStyles(load))
}

/** Something that will be wanted, and can be begun with before that. */
export function loadOnce<T>(load: () => Promise<T>): Loading<T> {
  let value: T | undefined
  let done: Promise<T> | undefined
  return {
    get value() {
      return value
    },
    begin() {
      if (!done) {
        done = loadPatiently(load)
        done.then(
          (loaded) => {
            value = loaded
          },
          // Whoever wants it is told, and may try again.
          () => {
            done = undefined
          },
        )
      }
      return done
    },
  }
}

/**
 * What is being loaded, as soon as it is there: React holds back for a while what it has shown a
 * fallback for.
 *
 * @returns undefined until then
 * @throws in rendering, why it could not be loaded
 */
export function useLoading<T extends object>(loading: Loading<T>): T | undefined {
  const [loaded, setLoaded] = useState(loading.value)
  useEffect(() => {
    if (loaded) return
    loading.begin().then(setLoaded, (error: unknown) =>
      setLoaded(() => {
        throw error
      }),
    )
  }, [loaded, loading])
  return loaded
}
