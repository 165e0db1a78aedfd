import type { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

/** @param queryClient has what was asked for already */
export function drawApp(queryClient: QueryClient): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no element #root.')
  createRoot(root).render(
    <StrictMode>
      <App queryClient={queryClient} />
    </StrictMode>,
  )
}
