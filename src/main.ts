import { askAhead } from './app/ask-ahead.ts'

/** Small and there before the rest, which the page loads beside it (vite.config.ts). */
async function begin(): Promise<void> {
  const asked = askAhead()
  const { drawApp } = await import('./app/draw-app.tsx')
  drawApp(await asked)
}

begin()
