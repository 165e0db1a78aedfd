import { useLocalStorage } from '@mantine/hooks'
import { useEffect } from 'react'
import * as z from 'zod/mini'
import type { UsageQuery } from '#usage/question/usage-query.ts'
import { type ObservedUsage, observeSeries } from '#usage/series/observed-usage.ts'
import { useAbout } from '../gateway/about.ts'
import type { Usage } from './use-usage.ts'

/** What is remembered in this browser, by question. */
type Observations = Readonly<Record<string, ObservedUsage>>

const NOTHING: Observations = {}

const STORAGE_KEY = 'roamboard-observed'

/** How many questions are remembered: those that were asked last. */
const REMEMBERED_QUESTIONS = 12

const observations = z.record(
  z.string(),
  z.object({
    lastSeen: z.number(),
    lastVisit: z.number(),
    buckets: z.array(
      z.object({
        start: z.number(),
        end: z.number(),
        sightings: z.array(z.object({ bytes: z.number(), from: z.number(), until: z.number() })),
      }),
    ),
  }),
)

/** What this browser has seen of late usage. */
export interface Observed {
  /** Of the question that is shown. */
  readonly shown: ObservedUsage | undefined
  /** Of all of the account, by which its lag is told. */
  readonly account: ObservedUsage | undefined
}

/**
 * Remembers in this browser what a question's buckets came to while they could still grow, and when
 * that was seen. A browser that keeps nothing learns nothing, and all else works.
 */
export function useObservedUsage(query: UsageQuery, usage: Usage, now: Date): Observed {
  const { data: about } = useAbout()
  const [known, setKnown] = useLocalStorage<Observations>({
    key: STORAGE_KEY,
    defaultValue: NOTHING,
    getInitialValueInEffect: false,
    deserialize: parseObservations,
  })
  const { series, outdated, readAt } = usage
  const { accounts, product, filter, granularity } = query
  const marks = (about?.accounts ?? []).filter(({ id }) => accounts.includes(id))
  const keyOf = (filtered: UsageQuery['filter']) =>
    [marks.map(({ mark }) => mark).join('+'), product, JSON.stringify(filtered), granularity].join(
      ' ',
    )
  const key = keyOf(filter)
  const seenAt = readAt ?? now.getTime()
  const visible = series !== undefined && !outdated && about !== undefined
  const told = granularity === 'hour' || granularity === 'day'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each reading is observed once
  useEffect(() => {
    if (!visible || !told || !series) return
    // Not at once: first what was asked for is to be seen.
    const later = setTimeout(() =>
      setKnown((before) =>
        newestQuestions({
          ...before,
          [key]: observeSeries(before[key], series, new Date(seenAt)),
        }),
      ),
    )
    return () => clearTimeout(later)
  }, [key, readAt, visible, series?.complete, series?.interval.start.getTime()])
  return { shown: known[key], account: known[keyOf({})] }
}

function newestQuestions(all: Observations): Observations {
  const newestFirst = Object.entries(all).sort(([, a], [, b]) => b.lastSeen - a.lastSeen)
  return Object.fromEntries(newestFirst.slice(0, REMEMBERED_QUESTIONS))
}

/** The text that was read last, and what it says: the storage is read each time that a view is drawn. */
let lastRead: { readonly text: string; readonly says: Observations } | undefined

/** What was stored, or nothing where it cannot be understood. */
function parseObservations(text: string | undefined): Observations {
  if (text === undefined) return NOTHING
  if (lastRead?.text !== text) lastRead = { text, says: understand(text) }
  return lastRead.says
}

function understand(text: string): Observations {
  try {
    const parsed = observations.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : NOTHING
  } catch {
    return NOTHING
  }
}
