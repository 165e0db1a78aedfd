import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Figure, median, quantile, RUNS } from './figure.ts'
import type { GatewayAddresses } from './gateway-process.ts'

const CONNECTIONS = 32
const SECONDS_OF_A_RUN = 1
/** What memory is watched under. */
const REQUESTS_A_SECOND = 1_000
/** Of what it can answer in this run: how much is asked for where the slowest are looked at. */
const EASY_SHARE = 0.1
const SECONDS_OF_PACE = 2

/** For how long memory is watched; an hour tells more, and takes one. */
const MINUTES_OF_LOAD = Number(process.env.BENCH_MINUTES ?? 1)

/** More than there is room for: what is kept has to make room all the time. */
const QUESTIONS = 600
const HOUR = 3_600_000

const COMPRESSED = { 'Accept-Encoding': 'gzip' }

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** How quick the gateway gives settled answers, and whether its memory grows under load. */
export async function benchGateway(): Promise<Figure[]> {
  const child = fork(fileURLToPath(new URL('./gateway-process.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  })
  child.on('exit', () => {
    throw new Error('The gateway of the benchmark has ended before its time.')
  })
  try {
    const addresses: GatewayAddresses = (await once(child, 'message'))[0]
    const plain = await compareRates(addresses.settled, addresses.fixed, {})
    const compressed = await compareRates(addresses.settled, addresses.fixedCompressed, COMPRESSED)
    const paces = []
    const easy = Math.round(compressed.measured * EASY_SHARE)
    for (let run = 0; run <= RUNS; run += 1) paces.push(await pace(addresses.settled, easy))
    paces.shift()
    const [before, after] = await memoryUnderLoad(child, addresses.settled)
    return [
      { name: 'gateway, a settled answer', ...plain, atLeast: 0.5 },
      // Almost nothing is sent, and what is around it weighs more.
      { name: 'the same as browsers take it, compressed', ...compressed, atLeast: 0.35 },
      {
        name: `the slowest in a hundred at a tenth of it (${easy}/s)`,
        measured: median(paces.map((latencies) => quantile(latencies, 0.99))),
        baseline: 'median',
        against: median(paces.map(median)),
        unit: 'ms',
        atMost: 5,
      },
      {
        name: `memory of gateway and sandbox after ${MINUTES_OF_LOAD} min of ${REQUESTS_A_SECOND}/s`,
        measured: after / 1e6,
        baseline: 'a fifth of the way',
        against: before / 1e6,
        unit: 'MB',
        atMost: 1.1,
      },
    ]
  } finally {
    child.removeAllListeners('exit').kill()
    agent.destroy()
  }
}

type Headers = Readonly<Record<string, string>>

/** How many requests a second are answered, one server after the other so that both meet the same noise. */
async function compareRates(settled: string, fixed: string, headers: Headers) {
  const [own, others]: [number[], number[]] = [[], []]
  for (let run = 0; run <= RUNS; run += 1) {
    const fixedRate = await rateOf(fixed, headers)
    const ownRate = await rateOf(settled, headers)
    if (run === 0) continue
    own.push(ownRate)
    others.push(fixedRate)
  }
  return {
    measured: median(own),
    baseline: 'the same server, a fixed body',
    against: median(others),
    unit: 'requests/s',
  }
}

/** Asks again and again on some connections, and counts the answers of a second. */
async function rateOf(address: string, headers: Headers): Promise<number> {
  const end = performance.now() + SECONDS_OF_A_RUN * 1000
  let answers = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        await ask(address, headers)
        answers += 1
      }
    }),
  )
  return answers / SECONDS_OF_A_RUN
}

/** Asks at an even pace, however long answers take, and tells how long each took. */
async function pace(address: string, perSecond: number): Promise<number[]> {
  const latencies: number[] = []
  const begun = performance.now()
  const waiting: Promise<void>[] = []
  for (let sent = 0; sent < perSecond * SECONDS_OF_PACE; sent += 1) {
    const due = begun + (sent * 1000) / perSecond
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve))
    const from = performance.now()
    waiting.push(
      ask(address, COMPRESSED).then(() => {
        latencies.push(performance.now() - from)
      }),
    )
  }
  await Promise.all(waiting)
  return latencies
}

/** The memory after a fifth of the load, and after all of it. */
async function memoryUnderLoad(child: ChildProcess, address: string): Promise<[number, number]> {
  const memory = async (): Promise<number> => {
    child.send('memory')
    return (await once(child, 'message'))[0]
  }
  // Filled first: until then it grows, and may.
  for (let at = 0; at < QUESTIONS; at += 1) await ask(questionAt(address, at), COMPRESSED)
  let seconds = 0
  const load = async (all: number) => {
    for (const end = seconds + all; seconds < end; seconds += 1) {
      await Promise.all([
        askForASecond(address),
        ask(questionAt(address, seconds % QUESTIONS), COMPRESSED),
      ])
    }
  }
  const all = MINUTES_OF_LOAD * 60
  await load(all / 5)
  const before = await memory()
  await load((all * 4) / 5)
  return [before, await memory()]
}

/** The hours of 25 days, from some hour of last summer on. */
function questionAt(settled: string, hour: number): string {
  const url = new URL(settled)
  const start = Date.UTC(2026, 8, 1) + hour * HOUR
  url.searchParams.set('Granularity', 'hour')
  url.searchParams.set('StartTime', new Date(start).toISOString())
  url.searchParams.set('EndTime', new Date(start + 25 * 24 * HOUR).toISOString())
  return url.href
}

/** As many requests as come in a second, a few at a time; it takes a second where they are answered in less. */
async function askForASecond(address: string): Promise<void> {
  const [handfuls, end] = [50, performance.now() + 1000]
  for (let handful = 1; handful <= handfuls; handful += 1) {
    const asked = Array.from({ length: REQUESTS_A_SECOND / handfuls }, () =>
      ask(address, COMPRESSED),
    )
    await Promise.all(asked)
    await wait(Math.max(0, end - performance.now() - ((handfuls - handful) * 1000) / handfuls))
  }
}

function ask(address: string, headers: Headers): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`))
      response.on('end', resolve)
      response.resume()
    }).on('error', reject)
  })
}
