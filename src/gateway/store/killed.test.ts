import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { copyEmptyStore } from '#testing/store/empty-store.ts'
import { ANYBODY } from '#testing/view-reader.ts'
import { embedPostgres } from './embedded-postgres.ts'
import { openStore } from './open-store.ts'
import { createSavedViews } from './saved-views.ts'

/** `KILLS=100 npx vitest run killed` for certainty; a few every time. */
const KILLS = Number(process.env.KILLS ?? 2)
const SAVES_BEFORE_KILL = 5
/** What a killed gateway had is free after as long. */
const STALE = 2_000

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const SAVER = fileURLToPath(new URL('../../testing/store/save-for-ever.ts', import.meta.url))

/** Saves until some are confirmed, kills everything in the middle of it, and gives what was confirmed. */
function saveAndKill(folder: string, round: number): Promise<string[]> {
  const saver = spawn(process.execPath, ['--import', TSX, SAVER, folder, String(STALE)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  saver.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    const enough = said.split('\n').length > SAVES_BEFORE_KILL + (round % 3)
    // The whole group: gateway and database die in the same moment.
    if (enough && saver.pid && !saver.killed) process.kill(-saver.pid, 'SIGKILL')
  })
  return new Promise((resolve, reject) => {
    saver.once('close', (_, signal) => {
      // The last line may not be whole.
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error('The saver ended by itself.'))
    })
  })
}

it('loses no confirmed view when it is killed while saving', async () => {
  const folder = await copyEmptyStore()
  const confirmed: string[] = []
  for (let round = 0; round < KILLS; round++) confirmed.push(...(await saveAndKill(folder, round)))
  expect(confirmed.length).toBeGreaterThanOrEqual(KILLS * SAVES_BEFORE_KILL)
  const store = openStore(embedPostgres(folder, STALE))
  await expect
    .poll(() => store.ready().then(() => 'open', String), { timeout: 60_000 })
    .toBe('open')
  const there = new Set((await createSavedViews(store, ANYBODY).list()).map(({ id }) => id))
  expect(confirmed.filter((id) => !there.has(id))).toEqual([])
  await store.close()
  await rm(folder, { recursive: true, force: true })
}, 600_000)

it('can be opened after it was killed while it was being made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roamboard-'))
  const saver = spawn(process.execPath, ['--import', TSX, SAVER, folder, String(STALE)], {
    detached: true,
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => saver.once('exit', resolve))
  setTimeout(() => saver.pid && process.kill(-saver.pid, 'SIGKILL'), 2_500)
  await ended
  const store = openStore(embedPostgres(folder, STALE))
  await expect
    .poll(() => store.ready().then(() => 'open', String), { timeout: 60_000 })
    .toBe('open')
  expect(await createSavedViews(store, ANYBODY).list()).toEqual(expect.any(Array))
  await store.close()
  await rm(folder, { recursive: true, force: true })
}, 120_000)
