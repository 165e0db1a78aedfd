import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type Figure, median, quantile, RUNS } from './figure.ts'
import type { GatewayAddresses } from './gateway-process.ts'

const CONNECTIONS = 32
const SECONDS_OF_A_RUN = 1
const REQUESTS_A_SECOND = 1_000
const SECONDS_OF_PACE = 5

/** For how long memory is watched; an hour tells more, and takes one. */
const MINUTES_OF_LOAD = Number(process.env.BENCH_MINUTES ?? 1)

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** How quick the gateway gives settled answers, and whether its memory grows under load. */
export async function benchGateway(): Promise<Figure[]> {
  const child = fork(fileURLToPath(new URL('./gateway-process.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  })
  try {
    const addresses: GatewayAddresses = (await once(child, 'message'))[0]
    const [own, fixed]: [number[], number[]] = [[], []]
    for (let run = 0; run <= RUNS; run += 1) {
      const fixedRate = await rateOf(addresses.fixed)
      const ownRate = await rateOf(addresses.settled)
      if (run === 0) continue
      own.push(ownRate)
      fixed.push(fixedRate)
    }
    const latencies = await pace(addresses.settled)
    const [before, after] = await memoryUnderLoad(child, addresses.settled)
    return [
      {
        name: 'gateway, a settled answer',
        measured: median(own),
        baseline: 'the same server, a fixed body',
        against: median(fixed),
        unit: 'requests/s',
        atLeast: 0.5,
      },
      {
        name: `the slowest in a hundred at ${REQUESTS_A_SECOND}/s`,
        measured: quantile(latencies, 0.99),
        baseline: 'median',
        against: median(latencies),
        unit: 'ms',
        atMost: 5,
      },
      {
        name: `heap of gateway and sandbox after ${MINUTES_OF_LOAD} min of load`,
        measured: after / 1e6,
        baseline: 'a fifth of the way',
        against: before / 1e6,
        unit: 'MB',
        atMost: 1.1,
      },
    ]
  } finally {
    child.kill()
    agent.destroy()
  }
}

/** Asks again and again on some connections, and counts the answers of a second. */
async function rateOf(address: string): Promise<number> {
  const end = performance.now() + SECONDS_OF_A_RUN * 1000
  let answers = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        await ask(address)
        answers += 1
      }
    }),
  )
  return answers / SECONDS_OF_A_RUN
}

/** Asks at an even pace, however long answers take, and tells how long each took. */
async function pace(address: string): Promise<number[]> {
  const latencies: number[] = []
  const begun = performance.now()
  const waiting: Promise<void>[] = []
  for (let sent = 0; sent < REQUESTS_A_SECOND * SECONDS_OF_PACE; sent += 1) {
    const due = begun + (sent * 1000) / REQUESTS_A_SECOND
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve))
    const from = performance.now()
    waiting.push(
      ask(address).then(() => {
        latencies.push(performance.now() - from)
      }),
    )
  }
  await Promise.all(waiting)
  return latencies
}

/** The heap after a fifth of the load, and after all of it. */
async function memoryUnderLoad(child: ChildProcess, address: string): Promise<[number, number]> {
  const heap = async (): Promise<number> => {
    child.send('heap')
    return (await once(child, 'message'))[0]
  }
  const load = async (milliseconds: number) => {
    const end = performance.now() + milliseconds
    // Some are new to the gateway: what is kept must make room.
    for (let at = 0; performance.now() < end; at += 1) {
      await Promise.all([
        rateOf(address),
        ask(`${address}&Page=${at % 5_000}`).catch(() => undefined),
      ])
    }
  }
  const all = MINUTES_OF_LOAD * 60_000
  await load(all / 5)
  const before = await heap()
  await load((all * 4) / 5)
  return [before, await heap()]
}

function ask(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.on('end', resolve)
      response.resume()
    }).on('error', reject)
  })
}
