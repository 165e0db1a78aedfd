import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Usage } from '#queries/usage/use-usage.ts'
import type { Product } from '#usage/kore/products.ts'
import type { Interval } from '#usage/time/interval.ts'

/** When what may still change was read, and whether it is being read again. */
interface Reading {
  /** Undefined where nothing shown can still change. */
  readonly readAt: Date | undefined
  readonly fetching: boolean
}

/** What stands below the dates that are asked for, as far as it can be said above it how final it is. */
export type Standing =
  /** Numbers that answer the question, as they were read; `lacking` where a part of them failed. */
  | ({
      readonly kind: 'numbers'
      readonly asOf: Date
      readonly lacking: boolean
      readonly chargeLacksFrom: Date | undefined
    } & Reading)
  /** Numbers that answer the question before it. */
  | ({ readonly kind: 'earlier'; readonly product: Product; readonly interval: Interval } & Reading)
  /** Why there are no numbers. */
  | { readonly kind: 'failed' }

/** Lets the dates of a view know what stands below them, without drawing anything else anew. */
export interface StandingBoard {
  get(): Standing | undefined
  set(standing: Standing | undefined): void
  subscribe(onChange: () => void): () => void
  /** Reads again what may still change; replaced by whoever can. */
  refresh: () => void
}

export function useStandingBoard(): StandingBoard {
  return useState(createBoard)[0]
}

function createBoard(): StandingBoard {
  let current: Standing | undefined
  const watching = new Set<() => void>()
  return {
    refresh: () => undefined,
    get: () => current,
    set: (standing) => {
      if (JSON.stringify(standing) === JSON.stringify(current)) return
      current = standing
      for (const onChange of watching) onChange()
    },
    subscribe: (onChange) => {
      watching.add(onChange)
      return () => watching.delete(onChange)
    },
  }
}

/** What stands below; undefined while nothing does yet. */
export function useStanding(board: StandingBoard): Standing | undefined {
  return useSyncExternalStore(board.subscribe, board.get)
}

/** Tells of a usage for as long as it stands there, before anybody can see it. */
export function useToldStanding(board: StandingBoard, usage: Usage): void {
  const standing = standingOf(usage)
  const key = JSON.stringify(standing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a standing is as new as what it says
  useLayoutEffect(() => board.set(standing), [board, key])
  useLayoutEffect(() => {
    board.refresh = usage.refresh
  }, [board, usage.refresh])
  useLayoutEffect(() => () => board.set(undefined), [board])
}

function standingOf(usage: Usage): Standing | undefined {
  const { series, outdated, ofEarlierQuestion, failures, fetching } = usage
  if (!series) return failures.length > 0 ? { kind: 'failed' } : undefined
  const { product, interval, asOf } = series
  const reading = { readAt: readAtOf(usage, asOf), fetching }
  if (ofEarlierQuestion) return { kind: 'earlier', product, interval, ...reading }
  return {
    kind: 'numbers',
    asOf,
    lacking: failures.length > 0 && !outdated,
    chargeLacksFrom: series.chargeLacksFrom,
    ...reading,
  }
}

/** When what may still change was read; of numbers from before, when they were. */
function readAtOf({ readAt, outdated }: Usage, asOf: Date): Date | undefined {
  if (outdated) return asOf
  return readAt === undefined ? undefined : new Date(readAt)
}
