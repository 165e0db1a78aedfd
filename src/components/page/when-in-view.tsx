import { useInViewport } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'

/** Shows something once its place comes into sight, so that nobody waits for what they do not see. */
export function WhenInView({
  height,
  children,
}: {
  /** Pixels that are kept free for it. */
  height: number
  children: ReactNode
}) {
  const { ref, inViewport } = useInViewport<HTMLDivElement>()
  const [seen, setSeen] = useState(false)
  if (inViewport && !seen) setSeen(true)
  return seen ? children : <div ref={ref} style={{ minHeight: height }} data-screen-only />
}
