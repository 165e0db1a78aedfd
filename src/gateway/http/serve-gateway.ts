import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

/** How long a browser may take to say what it wants, in milliseconds. */
interface Patience {
  readonly headersTimeout: number
  readonly requestTimeout: number
  /** How often it is looked whether somebody takes longer. */
  readonly connectionsCheckingInterval: number
  /** How long a browser may take nothing of what it is answered. */
  readonly idle: number
  /** How long it may take for all of it. */
  readonly answer: number
}

const PATIENCE: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
  idle: 45_000,
  answer: 10 * 60_000,
}

/** Bytes that the headers of a request may take: a session, tabs that are signing in, and a query. */
const LARGEST_HEADERS = 16 * 1024

interface ServedGateway {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly port: number
  readonly hostname: string
  readonly patience?: Patience
}

/** Listens for browsers; whoever is slow or says too much is cut off, so that they block nobody. */
export function serveGateway(
  { fetch, port, hostname, patience = PATIENCE }: ServedGateway,
  onListening: (address: AddressInfo) => void,
): Server {
  const { idle, answer, ...serverOptions } = patience
  const server = serve(
    {
      fetch,
      port,
      hostname,
      serverOptions: { ...serverOptions, maxHeaderSize: LARGEST_HEADERS },
    },
    onListening,
  )
  if (!('closeIdleConnections' in server)) throw new Error('not a server of HTTP/1.1')
  server.setTimeout(idle)
  server.on('request', (_, response: ServerResponse) => {
    const late = setTimeout(() => response.destroy(), answer)
    response.once('close', () => clearTimeout(late))
  })
  return server
}
