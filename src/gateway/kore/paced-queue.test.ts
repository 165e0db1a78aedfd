import { describe, expect, it } from 'vitest'
import { bucket, byMinute, GOOD, type Limiter, refusal, sliding } from '#testing/limiters.ts'
import { createVirtualTime, type VirtualTime } from '#testing/virtual-time.ts'
import type { Answer } from './answer.ts'
import { createPacedQueue } from './paced-queue.ts'

/** An API behind a network whose delays differ, the same ones each time. */
function apiOf(time: VirtualTime, limiter: Limiter, latency = 60) {
  const counts = { asked: 0, refused: 0 }
  let seed = 7
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const ask = async (): Promise<Answer> => {
    counts.asked += 1
    await time.wait(latency * (0.3 + 0.4 * chance()))
    const answer = limiter(time.now())
    if (answer.status === 429) counts.refused += 1
    await time.wait(latency * (0.3 + 0.4 * chance()))
    return answer
  }
  return { ask, counts }
}

/** So many questions at once, to an API with a limit; by a clock of their own. */
async function run(limiter: Limiter, questions: number, latency = 60) {
  const time = createVirtualTime()
  const queue = createPacedQueue({ now: time.now, wait: time.wait, room: 5_000 })
  const { ask, counts } = apiOf(time, limiter, latency)
  const all = Promise.all(Array.from({ length: questions }, () => queue.run(ask)))
  const answers = await time.until(all)
  const good = answers.filter(({ status }) => status === 200).length
  return { good, ...counts, seconds: time.now() / 1000 }
}

const RATES = [1, 2, 5, 20, 100]
const LATENCIES = [5, 60, 250, 600]
/** Requests of short questions and of long ones, alone or two at once: each begins with nothing learned. */
const QUESTIONS = [40, 80, 150, 300, 1_000, 2_000]

const LIMITS: readonly [string, () => Limiter][] = [
  ...RATES.flatMap((rate): [string, () => Limiter][] => [
    [`${rate} in any second`, () => sliding(() => rate, 1000)],
    [`${rate} in any second, without Retry-After`, () => sliding(() => rate, 1000, false)],
    [`${rate} a second from a bucket`, () => bucket(rate, rate)],
  ]),
  ['60 in each minute', () => byMinute(60)],
  ['100 in any minute', () => sliding(() => 100, 60_000)],
]

describe('every question is answered, and few are refused, at', () => {
  it.each(LIMITS)(
    '%s',
    async (_, limiter) => {
      for (const latency of LATENCIES) {
        const few = await run(limiter(), 10, latency)
        // What is under way when the first refusal comes cannot be called back.
        expect([few.good, few.refused <= 2]).toEqual([10, true])
        for (const questions of QUESTIONS) {
          const { good, asked, refused } = await run(limiter(), questions, latency)
          expect(good).toBe(questions)
          expect(refused / asked).toBeLessThanOrEqual(0.05)
        }
      }
    },
    60_000,
  )
})

describe('the pace', () => {
  it.each([
    [1, 2_000, 2_400],
    [5, 2_000, 530],
    [20, 2_000, 185],
  ])('makes good use of %i a second', async (rate, questions, seconds) => {
    const { seconds: taken } = await run(
      sliding(() => rate, 1000),
      questions,
    )
    expect(taken).toBeLessThan(seconds)
  })

  it('holds nobody back where there is no limit', async () => {
    // 16 at once, 60 ms each, after a careful beginning.
    expect((await run(() => GOOD, 2_000)).seconds).toBeLessThan(17)
    expect((await run(() => GOOD, 150)).seconds).toBeLessThan(3.5)
    expect((await run(() => GOOD, 10)).seconds).toBeLessThan(0.5)
  })

  it('of one account does not slow another', async () => {
    const time = createVirtualTime()
    const options = { now: time.now, wait: time.wait }
    const [slow, free] = [createPacedQueue(options), createPacedQueue(options)]
    const limited = apiOf(
      time,
      sliding(() => 1, 1000),
    )
    const open = apiOf(time, () => GOOD)
    const questions = Array.from({ length: 100 }, () => 0)
    const held = Promise.all(questions.map(() => slow.run(limited.ask)))
    await time.until(Promise.all(questions.map(() => free.run(open.ask))))
    expect(time.now()).toBeLessThan(3_000)
    expect(slow.state().perSecond).toBeLessThan(1)
    expect(free.state().perSecond).toBeUndefined()
    await time.until(held)
  })

  it('finds a higher rate again once the limit is lifted', async () => {
    const time = createVirtualTime()
    const queue = createPacedQueue({ now: time.now, wait: time.wait, room: 5_000 })
    let perSecond = 1
    const { ask } = apiOf(
      time,
      sliding(() => perSecond, 1000),
    )
    const many = (count: number) =>
      time.until(Promise.all(Array.from({ length: count }, () => queue.run(ask))))
    await many(100)
    perSecond = 20
    const lifted = time.now()
    await many(500)
    // At the old rate it would take 500 seconds.
    expect((time.now() - lifted) / 1000).toBeLessThan(170)
    expect(queue.state().perSecond).toBeGreaterThan(10)
  })

  it('waits as long as it is asked to, all together', async () => {
    const time = createVirtualTime()
    const queue = createPacedQueue({ now: time.now, wait: time.wait })
    const sent: number[] = []
    const ask = async () => {
      sent.push(time.now())
      await time.wait(1)
      return sent.length === 1 ? refusal(30) : GOOD
    }
    await time.until(queue.run(ask))
    expect(sent).toEqual([0, 30_001])
  })

  it('rests where an ill API names a time, and hands the answer on', async () => {
    const time = createVirtualTime()
    const queue = createPacedQueue({ now: time.now, wait: time.wait })
    const ill: Answer = { status: 503, body: '{}', ill: true, retryAfter: 20 }
    expect(await time.until(queue.run(async () => ill))).toBe(ill)
    const sent: number[] = []
    const ask = async () => {
      sent.push(time.now())
      return GOOD
    }
    await time.until(queue.run(ask))
    expect(sent).toEqual([20_000])
    expect(queue.state().perSecond).toBeUndefined()
  })
})

describe('the queue', () => {
  it('lets what is in sight go before what is gathered', async () => {
    const time = createVirtualTime()
    const queue = createPacedQueue({ now: time.now, wait: time.wait })
    const limiter = sliding(() => 1, 1000)
    const answered: string[] = []
    const asked = (name: string, urgency?: number) =>
      queue.run(async () => {
        await time.wait(5)
        const answer = limiter(time.now())
        if (answer.status === 200) answered.push(name)
        return answer
      }, urgency)
    const gathered = Array.from({ length: 20 }, () => asked('gathered', 5))
    const inSight = Array.from({ length: 5 }, () => asked('in sight'))
    await time.until(Promise.all([...gathered, ...inSight]))
    // Some of what is gathered was under way before anything else was asked.
    expect(answered.indexOf('in sight')).toBeLessThanOrEqual(4)
    expect(answered.lastIndexOf('in sight')).toBeLessThanOrEqual(8)
    expect(answered).toHaveLength(25)
  })

  it('has an end, an earlier one for what is gathered, and tells when to come again', async () => {
    const time = createVirtualTime()
    const queue = createPacedQueue({ now: time.now, wait: time.wait, room: 10 })
    const limiter = sliding(() => 1, 1000)
    const ask = async () => limiter(time.now())
    const waiting = Array.from({ length: 9 }, () => queue.run(ask))
    expect(await queue.run(ask, 5)).toMatchObject({ status: 429, retryAfter: 5 })
    waiting.push(...Array.from({ length: 4 }, () => queue.run(ask)))
    const statuses = (await time.until(Promise.all(waiting))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    expect(statuses.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 200))
  })

  it('gives up where nothing is answered for long, all who wait at once, and takes up again', async () => {
    const time = createVirtualTime()
    const queue = createPacedQueue({ now: time.now, wait: time.wait, patience: 10_000 })
    let answer = refusal(1)
    const ask = async () => {
      await time.wait(5)
      return answer
    }
    const all = Promise.all(Array.from({ length: 50 }, () => queue.run(ask)))
    const answers = await time.until(all)
    expect(new Set(answers.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(
      // Without a time, so that nobody comes again by itself.
      new Set(['429 undefined']),
    )
    expect(time.now()).toBeLessThan(14_000)
    answer = GOOD
    expect((await time.until(queue.run(ask))).status).toBe(200)
  })

  it('says so at once where it is to wait for longer than anybody would', async () => {
    const time = createVirtualTime()
    const queue = createPacedQueue({ now: time.now, wait: time.wait })
    let asked = 0
    const ask = async () => {
      asked += 1
      return refusal(600)
    }
    expect(await time.until(queue.run(ask))).toMatchObject({ status: 429, retryAfter: 600 })
    await time.until(time.wait(100_000))
    expect(await queue.run(ask)).toMatchObject({ status: 429, retryAfter: 500 })
    expect(asked).toBe(1)
  })
})
