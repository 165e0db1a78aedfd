import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder, STALE_MILLISECONDS } from './lock-folder.ts'

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const HOLDER = fileURLToPath(new URL('../../testing/store/hold-folder.ts', import.meta.url))
/** The least that the lock's library allows for, and a margin. */
const STALE = 2_000
const USED = /is used by another gateway\. End that one/

let folder: string
let holder: ChildProcess | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roamboard-lock-'))
})
afterEach(async () => {
  holder?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Another gateway's lock: a process that says when it has the folder. */
async function hold(): Promise<ChildProcess> {
  const started = spawn(process.execPath, ['--import', TSX, HOLDER, folder, String(STALE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holder = started
  await new Promise((resolve) => started.stdout.once('data', resolve))
  return started
}

const take = () => lockFolder(folder, () => undefined, STALE)

describe('the lock of a folder', () => {
  it('refuses a second gateway for as long as the first one lives, and says so', async () => {
    await hold()
    await expect(take()).rejects.toThrow(USED)
    await new Promise((resolve) => setTimeout(resolve, 2 * STALE))
    await expect(take()).rejects.toThrow(USED)
  })

  it('goes to the second when the first gives it back', async () => {
    const first = await take()
    await expect(take()).rejects.toThrow(USED)
    await first()
    const second = await take()
    await second()
  })

  it('ends by itself when its holder was killed, within half a minute', async () => {
    const killed = await hold()
    killed.kill('SIGKILL')
    const from = Date.now()
    await expect.poll(() => take().then(() => true, String), { timeout: 10_000 }).toBe(true)
    expect(Date.now() - from).toBeLessThan(2 * STALE)
    expect(STALE_MILLISECONDS).toBeLessThanOrEqual(20_000)
  })

  it('asks for no process: whichever id was written down before, the folder is free', async () => {
    // What earlier versions left behind; the first process of any container lives.
    await writeFile(join(folder, 'process'), '1')
    const release = await take()
    await release()
  })

  it('tells its holder when the folder is gone', async () => {
    let lost = false
    await lockFolder(
      folder,
      () => {
        lost = true
      },
      STALE,
    )
    await rm(folder, { recursive: true })
    await expect.poll(() => lost, { timeout: 5_000 }).toBe(true)
  })
})
