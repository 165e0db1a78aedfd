import { fileURLToPath } from 'node:url'
import { readPage } from '#gateway/http/page.ts'
import type { SandboxConfig } from '#sandbox/config.ts'
import { type Stack, startStack } from '#testing/stack.ts'

const BUILT_APP = fileURLToPath(new URL('../../dist', import.meta.url))

/** The built app, its gateway and a sandbox. */
export async function startBenchStack(sandbox: Partial<SandboxConfig> = {}): Promise<Stack> {
  return startStack(sandbox, { app: { folder: BUILT_APP, page: await readPage(BUILT_APP) } })
}
