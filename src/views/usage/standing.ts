import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Usage } from '#queries/usage/use-usage.ts'
import type { Product } from '#usage/kore/products.ts'
import type { Interval } from '#usage/time/interval.ts'

/** What stands below the dates that are asked for, as far as it can be said above it how final it is. */
export type Standing =
  /** Numbers that answer the question, as they were read; `lacking` where a part of them failed. */
  | { readonly kind: 'numbers'; readonly asOf: Date; readonly lacking: boolean }
  /** Numbers that answer the question before it. */
  | { readonly kind: 'earlier'; readonly product: Product; readonly interval: Interval }
  /** Why there are no numbers. */
  | { readonly kind: 'failed' }

/** Lets the dates of a view know what stands below them, without drawing anything else anew. */
export interface StandingBoard {
  get(): Standing | undefined
  set(standing: Standing | undefined): void
  subscribe(onChange: () => void): () => void
}

export function useStandingBoard(): StandingBoard {
  return useState(createBoard)[0]
}

function createBoard(): StandingBoard {
  let current: Standing | undefined
  const watching = new Set<() => void>()
  return {
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
  useLayoutEffect(() => () => board.set(undefined), [board])
}

function standingOf({
  series,
  outdated,
  ofEarlierQuestion,
  failures,
}: Usage): Standing | undefined {
  if (!series) return failures.length > 0 ? { kind: 'failed' } : undefined
  const { product, interval, asOf } = series
  if (ofEarlierQuestion) return { kind: 'earlier', product, interval }
  return { kind: 'numbers', asOf, lacking: failures.length > 0 && !outdated }
}
