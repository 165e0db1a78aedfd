import { describe, expect, it, vi } from 'vitest'
import { createKeptAnswers } from './kept-answers.ts'
import { nextPageMark, pageMarkOf } from './list-page.ts'
import type { DurablePage } from './lists-read-anew.ts'

/** A page of the list `a`, with one thing in it. */
const body = (thing: string, next?: string) =>
  JSON.stringify({
    usage_records: [thing],
    meta: { next_page_url: next ? `https://kore.example/v1/x?PageToken=${next}` : null },
  })

const page = (mark: string) => ({
  key: `a?PageToken=${mark}`,
  list: () => 'a',
  mark,
  settled: () => true,
})

/** Gateway and store that hold a list of two pages, the second of which is `old`. */
async function listOfTwo() {
  const kept = new Map<string, string>()
  const durable = {
    get: async (request: string) => kept.get(request),
    put: async (request: string, _: string, text: string) => {
      if (!kept.has(request)) kept.set(request, text)
    },
    replace: vi.fn(async (_list: string, pages: readonly DurablePage[]) => {
      kept.clear()
      for (const one of pages) kept.set(one.request, one.body)
    }),
  }
  const answers = createKeptAnswers({ durable })
  const read = async (mark: string, status: number, text: string, anew = false) => {
    const ask = vi.fn(async () => ({ status, body: text }))
    const answer = await answers.get(page(mark), ask, anew)
    await new Promise(setImmediate)
    return { body: answer.body, asked: ask.mock.calls.length }
  }
  await read('', 200, body('first', 'old'))
  return { kept, durable, answers, read }
}

describe('a list whose kept page leads nowhere any more', () => {
  it('is read anew beside what is kept, and replaced once it is whole', async () => {
    const { kept, durable, read } = await listOfTwo()
    const before = [...kept]
    await read('old', 400, '{}')
    expect([...kept]).toEqual(before)
    expect(await read('', 200, body('newer', 'new'))).toMatchObject({ asked: 1 })
    expect([...kept]).toEqual(before)
    await read('new', 200, body('second'))
    expect([...kept]).toEqual([
      ['a?PageToken=', body('newer', 'new')],
      ['a?PageToken=new', body('second')],
    ])
    expect(durable.replace).toHaveBeenCalledTimes(1)
    expect(await read('', 200, '{}')).toEqual({ body: body('newer', 'new'), asked: 0 })
  })

  it('keeps all that it had where its reading ends half-way', async () => {
    const { kept, durable, read } = await listOfTwo()
    const before = [...kept]
    await read('old', 404, '{}')
    await read('', 200, body('newer', 'new'))
    await read('new', 500, '{}')
    expect([...kept]).toEqual(before)
    expect(durable.replace).not.toHaveBeenCalled()
  })

  it.each(['made-up', 'ol'])('is not doubted because of the page %s', async (mark) => {
    const { kept, read } = await listOfTwo()
    const before = [...kept]
    await read(mark, 400, '{}')
    expect([...kept]).toEqual(before)
    expect((await read('', 200, '{}')).asked).toBe(0)
  })

  it.each([401, 429, 500, 503])('is not doubted because of a %i', async (status) => {
    const { read } = await listOfTwo()
    await read('old', status, '{}')
    expect((await read('', 200, '{}')).asked).toBe(0)
  })
})

it('does not put nothing in the place of history that KORE no longer tells', async () => {
  const { kept, read } = await listOfTwo()
  const before = [...kept]
  await read('', 200, JSON.stringify({ usage_records: [], meta: {} }), true)
  expect([...kept]).toEqual(before)
})

it('does not do so either for who spells the question in another way', async () => {
  const { kept, answers } = await listOfTwo()
  const before = [...kept]
  const respelled = { ...page(''), key: 'a?PageToken=&x' }
  const empty = JSON.stringify({ usage_records: [], meta: {} })
  await answers.get(respelled, async () => ({ status: 200, body: empty }), true)
  await new Promise(setImmediate)
  expect([...kept]).toEqual([...before, ['a?PageToken=&x', empty]])
})

it('knows a page by all marks that it has', () => {
  expect(pageMarkOf(new URLSearchParams('End=x&Page=1&PageToken=PAx'))).toBe('1 PAx')
  expect(pageMarkOf(new URLSearchParams('End=x&PageSize=50'))).toBe('')
  expect(nextPageMark(body('x', 'y'))).toBe('y')
  expect(nextPageMark(body('x'))).toBeUndefined()
  expect(nextPageMark('no JSON')).toBeUndefined()
})
