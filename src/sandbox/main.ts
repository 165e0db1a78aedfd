import { serve } from '@hono/node-server'
import { CLIENTS } from './accounts.ts'
import { parseConfig, type SandboxConfig } from './config.ts'
import { createSandbox } from './handler.ts'

start(readConfig())

function readConfig(): SandboxConfig {
  try {
    return parseConfig(process.argv.slice(2), process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

function start(config: SandboxConfig): void {
  const { fetch, warmUp } = createSandbox(config)
  warmUp()
  const server = serve({ fetch, port: config.port, hostname: '127.0.0.1' }, ({ port }) => {
    const url = `http://127.0.0.1:${port}`
    console.log(
      `Sandbox of the KORE usage APIs: ${url} (client ${CLIENTS.join(', ')}; secret sandbox)`,
    )
    // Tells the gateway, where it is the parent, which port the system chose.
    process.send?.({ url })
  })
  server.on('error', (error) => {
    console.error(`The sandbox cannot listen on port ${config.port}: ${error.message}`)
    process.exit(1)
  })
  // A sandbox that its gateway started ends with it.
  process.on('disconnect', () => process.exit(0))
}
