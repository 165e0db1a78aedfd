import { type ComponentType, lazy, useEffect, useState } from 'react'

/** What components that are loaded later are dressed with. */
const loadStyles = () => import('./later.css')

/**
 * A component that is loaded when it is first shown, with its styles. Whoever is offline then gets it as
 * soon as they are not; another failure is thrown where the component stands.
 */
export function loadLater<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => {
    const [component] = await Promise.all([loadOnceOnline(load), loadOnceOnline(loadStyles)])
    return { default: component }
  })
}

/** Something that is being loaded, wanted or not yet. */
export interface Loading<T> {
  /** Undefined until it is there. */
  value: T | undefined
  readonly done: Promise<T>
}

/** Begins to load what will be wanted soon. */
export function beginLoading<T>(load: () => Promise<T>): Loading<T> {
  const done = loadOnceOnline(load)
  const loading: Loading<T> = { value: undefined, done }
  done.then(
    (value) => {
      loading.value = value
    },
    // Whoever wants it is told.
    () => undefined,
  )
  return loading
}

/**
 * What is being loaded, as soon as it is there: React holds back for a while what it has shown a
 * fallback for.
 *
 * @returns undefined until then
 * @throws in rendering, why it could not be loaded
 */
export function useLoading<T extends object>({ value, done }: Loading<T>): T | undefined {
  const [loaded, setLoaded] = useState(value)
  useEffect(() => {
    if (loaded) return
    done.then(setLoaded, (error: unknown) =>
      setLoaded(() => {
        throw error
      }),
    )
  }, [loaded, done])
  return loaded
}

async function loadOnceOnline<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (navigator.onLine) throw error
    await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }))
    return load()
  }
}
