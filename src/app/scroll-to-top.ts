import { useLayoutEffect } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { isSameView } from '#url/use-search.ts'

/**
 * Another view begins at its top; whoever goes back is taken by the browser to where they were. A component of
 * its own, so that what stands beside it is not drawn again for every step.
 */
export function ScrollToTop() {
  const { key, state } = useLocation()
  const how = useNavigationType()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is one, to the same place, too
  useLayoutEffect(() => {
    if (how !== 'POP' && !isSameView(state)) window.scrollTo(0, 0)
  }, [key])
  return null
}
