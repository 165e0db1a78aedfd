import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { copyEmptyStore } from '#testing/store/empty-store.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const TSX = createRequire(import.meta.url).resolve('tsx')

let gateway: ChildProcess | undefined
let folder: string | undefined

afterEach(async () => {
  gateway?.kill('SIGKILL')
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** The address of a gateway in a process of its own, whose sandbox takes its time. */
async function start(): Promise<string> {
  folder = await copyEmptyStore()
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATA_FOLDER: folder,
    SANDBOX_LATENCY: '1200',
    SANDBOX_SIMS: '5',
    SANDBOX_SUPER_SIMS: '5',
  }
  const started = spawn(process.execPath, ['--import', TSX, MAIN, '--api-only'], { env })
  gateway = started
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (data: Buffer) => {
      said += data
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (url) resolve(url)
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.once('exit', () => reject(new Error(said)))
  })
}

it('answers whoever is waiting before it stops, and then nobody', async () => {
  const url = await start()
  const ended = new Promise((resolve) => gateway?.once('exit', resolve))
  const waiting = fetch(`${url}/api/accounts/main/programmable-wireless/v1/RatePlans`)
  await wait(300)
  gateway?.kill('SIGTERM')
  await wait(100)
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  const answer = await waiting
  expect(answer.status).toBe(200)
  expect((await answer.json()).rate_plans.length).toBeGreaterThan(0)
  expect(await ended).toBe(0)
}, 30_000)
