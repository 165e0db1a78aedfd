import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { KeptUsage } from '#contract/kept-usage.ts'
import { refuse } from '../kore/answer.ts'
import type { SettledAnswers } from '../store/settled-answers.ts'
import type { Account } from './account.ts'
import { takeJsonOnly } from './foreign-pages.ts'

/**
 * What the gateway keeps of an account's settled usage: how much, all of it as lines of JSON, and the
 * way to delete it.
 */
export function keptUsageApi({ settled, upstream }: Account) {
  return new Hono()
    .use(takeJsonOnly)
    .get('/', async (context) => {
      context.header('Cache-Control', 'no-store')
      return context.json<KeptUsage>(await summaryOf(settled))
    })
    .get('/export', (context) => {
      context.header('Cache-Control', 'no-store')
      context.header('Content-Type', 'application/x-ndjson')
      context.header('Content-Disposition', 'attachment; filename="roamboard-kept-usage.ndjson"')
      return stream(context, async (lines) => {
        if (!settled) return
        for await (const { request, keptAt, body } of settled.exported()) {
          const kept = { request, keptAt: new Date(keptAt).toISOString(), answer: JSON.parse(body) }
          await lines.writeln(JSON.stringify(kept))
        }
      })
    })
    .delete('/', async (context) => {
      await settled?.clear()
      upstream.forget()
      return context.json<KeptUsage>(await summaryOf(settled))
    })
    .all('*', (context) => refuse(context, 404, 'There is nothing here.'))
    .onError((error) => {
      throw error
    })
}

async function summaryOf(settled: SettledAnswers | undefined): Promise<KeptUsage> {
  if (!settled) return { durable: false, answers: 0, bytes: 0 }
  const { answers, bytes, firstKeptAt, lastKeptAt } = await settled.summary()
  return {
    durable: true,
    answers,
    bytes,
    ...(firstKeptAt === undefined || lastKeptAt === undefined
      ? {}
      : {
          firstKeptAt: new Date(firstKeptAt).toISOString(),
          lastKeptAt: new Date(lastKeptAt).toISOString(),
        }),
  }
}
