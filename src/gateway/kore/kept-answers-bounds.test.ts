import { describe, expect, it, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { createAnswerMemory } from './answer-memory.ts'
import { createKeptAnswers } from './kept-answers.ts'

const MEBIBYTE = 1024 * 1024

/** A page of a list, all of them settled. */
const page = (list: string, number = 0) => ({
  key: `${list}?Page=${number}`,
  list: () => list,
  mark: number > 0 ? `${number}` : '',
  settled: () => true,
})

const answering = (answer: Answer) => vi.fn(async () => answer)
const told = (body: string) => answering({ status: 200, body })

/** A store for good that holds what it is given, by request and list. */
function durableStore(given: Readonly<Record<string, string>> = {}) {
  const kept = new Map<string, { list: string; body: string }>()
  for (const [key, body] of Object.entries(given)) kept.set(key, { list: '', body })
  return {
    kept,
    get: vi.fn(async (key: string) => kept.get(key)?.body),
    put: async (key: string, list: string, body: string) => {
      kept.set(key, { list, body })
    },
    replace: async (list: string, pages: readonly { request: string; body: string }[]) => {
      for (const { request, body } of pages) kept.set(request, { list, body })
    },
  }
}

describe('the room of kept answers', () => {
  // With the share that is set aside for gzip each takes 25 MiB of 128 MiB.
  const large = 'x'.repeat(20 * MEBIBYTE)
  const names = ['a', 'b', 'c', 'd', 'e']

  it('is for 128 MiB, out of which the longest unused goes', async () => {
    const answers = createKeptAnswers()
    for (const name of names) await answers.get(page(name), told(large))
    for (const name of names) expect(await answers.find(page(name))).toBeDefined()
    await answers.get(page('f'), told(large))
    const found = await Promise.all([...names, 'f'].map((name) => answers.find(page(name))))
    expect(found.map((answer) => answer !== undefined)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })

  it('is one for all accounts, each of which has its own answers', async () => {
    const memory = createAnswerMemory()
    const accounts = names.map((account) => createKeptAnswers({ account, memory }))
    for (const answers of accounts) {
      for (const name of names) await answers.get(page(name), told(large))
    }
    expect(memory.calculatedSize).toBeLessThanOrEqual(128 * MEBIBYTE)
    const last = accounts.at(-1)
    expect(await last?.find(page('e'))).toBeDefined()
    expect(await accounts[0]?.find(page('e'))).toBeUndefined()
    accounts[0]?.clear()
    expect(await last?.find(page('e'))).toBeDefined()
    last?.clear()
    expect(await last?.find(page('e'))).toBeUndefined()
  })

  it('is not taken by one answer that is larger, which is handed on all the same', async () => {
    const answers = createKeptAnswers()
    await answers.get(page('small'), told('{}'))
    const huge = 'x'.repeat(103 * MEBIBYTE)
    expect((await answers.get(page('huge'), told(huge))).body.length).toBe(huge.length)
    expect(await answers.find(page('huge'))).toBeUndefined()
    expect(await answers.find(page('small'))).toBeDefined()
  })
})

describe('reading anew', () => {
  it('asks the upstream and not the store, which keeps the new answer', async () => {
    const durable = durableStore({ [page('a').key]: '"old"' })
    const answers = createKeptAnswers({ durable })
    const ask = told('"new"')
    expect((await answers.get(page('a'), ask, true)).body).toBe('"new"')
    expect(ask).toHaveBeenCalledTimes(1)
    await vi.waitFor(() =>
      expect(durable.kept.get(page('a').key)).toEqual({ list: 'a', body: '"new"' }),
    )
  })

  it('leaves what is kept where the upstream fails', async () => {
    const durable = durableStore()
    const answers = createKeptAnswers({ durable })
    await answers.get(page('a'), told('"old"'))
    const failed = await answers.get(page('a'), answering({ status: 503, body: '{}' }), true)
    expect(failed.status).toBe(503)
    expect((await answers.find(page('a')))?.body).toBe('"old"')
    expect(durable.kept.get(page('a').key)?.body).toBe('"old"')
  })
})

describe('requests under way', () => {
  it('are not shared by those for what is settled and what is not', async () => {
    const answers = createKeptAnswers()
    const [settled, open] = await Promise.all([
      answers.get(page('a'), told('"settled"')),
      answers.get({ ...page('a'), settled: () => false }, told('"open"')),
    ])
    expect([settled.body, open.body]).toEqual(['"settled"', '"open"'])
  })

  it('that fail are asked again by the next', async () => {
    const answers = createKeptAnswers()
    const failing = async () => {
      throw new Error('away')
    }
    await expect(answers.get(page('a'), failing)).rejects.toThrow('away')
    expect((await answers.get(page('a'), told('"there"'))).body).toBe('"there"')
  })
})

it('marks each body by a mark of its own, the same each time', async () => {
  const markOf = async (body: string) => (await createKeptAnswers().get(page('a'), told(body))).etag
  expect(await markOf('{"n":1}')).toBe(await markOf('{"n":1}'))
  expect(await markOf('{"n":1}')).not.toBe(await markOf('{"n":2}'))
})

it('forgets all where it is told to', async () => {
  const answers = createKeptAnswers()
  await answers.get(page('a'), told('{}'))
  answers.clear()
  expect(await answers.find(page('a'))).toBeUndefined()
})
