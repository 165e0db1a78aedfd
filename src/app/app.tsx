import './mantine.css'
import './theme.css'
import './print.css'
import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from '#queries/query-client.ts'
import { prefetchView } from './prefetch-view.ts'
import { createRouter } from './routes.tsx'
import { cssVariables, theme } from './theme.ts'
import { useLightPrint } from './use-light-print.ts'

// A dialog holds the page behind it still with a style element of its own.
setNonce(styleNonce())

/** Milliseconds that the app waits for what is asked for before it is there. */
const HEAD_START = 60

/**
 * Asks for what the first view needs, so that the answers travel while the app is drawn.
 *
 * @returns the client that will have them, once they are asked for, or after a moment
 */
export async function askAhead(): Promise<QueryClient> {
  const client = createQueryClient()
  const late = new Promise((resolve) => setTimeout(resolve, HEAD_START))
  await Promise.race([prefetchView(client, window.location), late])
  return client
}

/** The whole app: its providers around its routes. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  const [router] = useState(createRouter)
  useLightPrint()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        {/* At once: of two quick clicks the second counts from what the first has done. */}
        <RouterProvider router={router} useTransitions={false} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** The nonce that the gateway put into this page, which the content policy asks of style elements. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
