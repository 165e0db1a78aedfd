import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Surroundings, tryAfter } from './wake-and-try.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A tab that is looked at, or not. */
function tab(awake = true) {
  const watching = new Set<(cameOnline: boolean) => void>()
  const surroundings: Surroundings = {
    isAwake: () => awake,
    watch: (onChange) => {
      watching.add(onChange)
      return () => watching.delete(onChange)
    },
  }
  const set = (next: boolean) => {
    awake = next
    for (const onChange of [...watching]) onChange(false)
  }
  const comeOnline = () => {
    for (const onChange of [...watching]) onChange(true)
  }
  return { comeOnline, surroundings, watching, sleep: () => set(false), wake: () => set(true) }
}

it('tries once, after the rest', () => {
  const [run, { surroundings, watching, sleep, wake }] = [vi.fn(), tab()]
  tryAfter(20_000, false, surroundings, run)
  vi.advanceTimersByTime(19_999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledTimes(1)
  sleep()
  wake()
  vi.advanceTimersByTime(600_000)
  expect(run).toHaveBeenCalledTimes(1)
  expect(watching.size).toBe(0)
})

it('does not try while nobody looks, however long, and does so at once when somebody does', () => {
  const [run, { surroundings, wake }] = [vi.fn(), tab(false)]
  tryAfter(20_000, false, surroundings, run)
  vi.advanceTimersByTime(3_600_000)
  expect(run).not.toHaveBeenCalled()
  wake()
  expect(run).toHaveBeenCalledTimes(1)
})

it('does not wait for the rest to end when somebody comes back', () => {
  const [run, { surroundings, sleep, wake }] = [vi.fn(), tab()]
  tryAfter(20_000, false, surroundings, run)
  vi.advanceTimersByTime(1_000)
  sleep()
  expect(run).not.toHaveBeenCalled()
  wake()
  expect(run).toHaveBeenCalledTimes(1)
})

it('does not wait for the rest to end when the browser comes online, where somebody looks', () => {
  const [seen, unseen] = [tab(), tab(false)]
  const [run, never] = [vi.fn(), vi.fn()]
  tryAfter(20_000, false, seen.surroundings, run)
  tryAfter(20_000, false, unseen.surroundings, never)
  seen.comeOnline()
  unseen.comeOnline()
  expect(run).toHaveBeenCalledTimes(1)
  expect(never).not.toHaveBeenCalled()
})

it('keeps all of a rest that is to be kept, whoever comes back', () => {
  const [run, { surroundings, sleep, wake }] = [vi.fn(), tab()]
  tryAfter(20_000, true, surroundings, run)
  sleep()
  wake()
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(20_000)
  expect(run).toHaveBeenCalledTimes(1)
})

it('is called off', () => {
  const [run, { surroundings, sleep, wake }] = [vi.fn(), tab()]
  const stop = tryAfter(20_000, false, surroundings, run)
  stop()
  sleep()
  wake()
  vi.advanceTimersByTime(60_000)
  expect(run).not.toHaveBeenCalled()
})
