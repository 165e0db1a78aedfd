import './mantine.css'
import './theme.css'
import './print.css'
import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { BrowserRouter } from 'react-router'
import { CrashGuard } from './crash-guard.tsx'
import { AppRoutes } from './routes.tsx'
import { cssVariables, theme } from './theme.ts'
import { useLightPrint } from './use-light-print.ts'

// A dialog holds the page behind it still with a style element of its own.
setNonce(styleNonce())

/** The whole app: its providers around its routes. */
export function App({ queryClient }: { queryClient: QueryClient }) {
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
        <BrowserRouter useTransitions={false}>
          <CrashGuard>
            <AppRoutes />
          </CrashGuard>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** The nonce that the gateway put into this page, which the content policy asks of style elements. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
