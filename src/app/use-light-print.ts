import { useEffect } from 'react'

const ATTRIBUTE = 'data-mantine-color-scheme'

/** Prints in light colours whatever the screen has: ink is dark and paper is white. */
export function useLightPrint(): void {
  useEffect(() => {
    const root = document.documentElement
    let before: string | null = null
    const light = () => {
      before = root.getAttribute(ATTRIBUTE)
      root.setAttribute(ATTRIBUTE, 'light')
    }
    const back = () => {
      if (before) root.setAttribute(ATTRIBUTE, before)
    }
    window.addEventListener('beforeprint', light)
    window.addEventListener('afterprint', back)
    return () => {
      window.removeEventListener('beforeprint', light)
      window.removeEventListener('afterprint', back)
    }
  }, [])
}
