import { expect, it } from 'vitest'
import { sandboxUpstream } from '#testing/sandbox-upstream.ts'
import { patiently, stubKore } from '#testing/stub-kore.ts'
import { createUpstream } from './forward.ts'
import { readBody } from './read-body.ts'

const kore = stubKore()

/** Answers without end, and how much of the last was taken. */
function endless() {
  const taken = { bytes: 0 }
  const chunk = new Uint8Array(1024 * 1024).fill(32)
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(controller) {
      taken.bytes += chunk.length
      // So that a reader who takes it all is told, and not this machine's memory.
      if (taken.bytes > 100 * chunk.length) controller.error(new Error('nobody reads that much'))
      else controller.enqueue(chunk)
    },
  }
  const headers = { 'Content-Type': 'application/json' }
  const answer = () => {
    taken.bytes = 0
    return new Response(new ReadableStream(source), { headers })
  }
  return { taken, answer }
}

it('reads what KORE answers, letter by letter', async () => {
  const bytes = new TextEncoder().encode('{"name":"日本 ü"}')
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await readBody(new Response(body))).toBe('{"name":"日本 ü"}')
  expect(await readBody(new Response(null))).toBe('')
})

it('takes no more of an answer without end than the largest page has', async () => {
  const { taken, answer } = endless()
  kore.answer = answer
  const upstream = createUpstream(sandboxUpstream('http://127.0.0.1'))
  const told = await patiently(
    upstream.get({ product: 'super-sim', path: '/v1/Sims' }, '?PageSize=1'),
  )
  expect(told.status).toBe(502)
  expect(told.body).toContain('larger than 32 MiB')
  expect(taken.bytes).toBeLessThan(40 * 1024 * 1024)
})

it('takes no token of an answer without end', async () => {
  const { taken, answer } = endless()
  kore.token = answer
  const upstream = createUpstream(sandboxUpstream('http://127.0.0.1'))
  await expect(upstream.ready()).rejects.toThrow('without a usable token')
  expect(taken.bytes).toBeLessThan(4 * 1024 * 1024)
})
