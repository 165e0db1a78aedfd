import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, askAhead } from './app/app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element #root.')
const queryClient = await askAhead()
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>,
)
