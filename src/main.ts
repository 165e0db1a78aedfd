import { askAhead } from './app/ask-ahead.ts'
import { loadPatiently } from './components/page/load-patiently.ts'

/** Small and there before the rest, which the page loads beside it (vite.config.ts). */
async function begin(): Promise<void> {
  const asked = askAhead()
  const { drawApp } = await loadPatiently(() => import('./app/draw-app.tsx'))
  drawApp(await asked)
}

begin()
