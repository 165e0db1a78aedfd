import { type ComponentType, lazy } from 'react'

/**
 * A component that is loaded when it is first shown. Whoever is offline then gets it as soon as they
 * are not; another failure is thrown where the component stands.
 */
export function loadLater<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await loadOnceOnline(load) }))
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
