import { expect, it } from 'vitest'
import { finishSteps } from '#testing/finish-steps.ts'
import { NO_FLOW } from '../question/usage-record.ts'
import { SIM_CONCERNS } from './sim-concern.ts'
import {
  type ConcernedSim,
  countConcerns,
  hasConcern,
  type KnownOfConcerns,
} from './sim-concerns.ts'

const RANGE = { start: new Date('2026-11-01'), end: new Date('2026-11-08') }

const sim = (name: string, change: Partial<ConcernedSim> = {}): ConcernedSim => ({
  sid: name,
  product: 'programmable-wireless',
  name,
  uniqueName: '',
  iccid: '',
  status: 'active',
  planSid: 'WP1',
  created: Date.parse('2024-01-01'),
  ...change,
})

/** @param home bytes of the part whose limit is 100 */
function known(
  home: number | undefined,
  change: Partial<KnownOfConcerns<ConcernedSim>> = {},
): KnownOfConcerns<ConcernedSim> {
  return {
    planOf: () => ({ name: 'plan', limits: [{ part: 'home', bytes: 100 }] }),
    usageOf: () =>
      home === undefined
        ? undefined
        : {
            data: { ...NO_FLOW, total: home },
            commands: 0,
            cost: new Map(),
            unchargedBytes: 0,
            unchargedCommands: 0,
          },
    bytesOf: () => home,
    limitedBytesOf: () => home,
    isAbroad: () => false,
    readAtOf: () => new Date('2026-11-04T12:00:00Z'),
    ...change,
  }
}

const concernsOf = (one: ConcernedSim, what: KnownOfConcerns<ConcernedSim>) =>
  SIM_CONCERNS.filter((concern) => hasConcern(one, concern, what, RANGE))

it.each([
  [0, ['silent']],
  [79, []],
  [80, ['near']],
  [99, ['near']],
  [100, ['over']],
  [176, ['over']],
])('a SIM with %i of 100 bytes is %j', (home, concerns) => {
  expect(concernsOf(sim('a'), known(home))).toEqual(concerns)
})

it('has no known limit while its plan is not known, and none without a plan', () => {
  const without = known(200, { planOf: () => undefined })
  expect(hasConcern(sim('a'), 'over', without, RANGE)).toBeUndefined()
  expect(hasConcern(sim('a', { planSid: '' }), 'over', without, RANGE)).toBe(false)
})

it('is silent only where it is active, and sent no Commands either', () => {
  expect(concernsOf(sim('a', { status: 'inactive' }), known(0))).toEqual([])
  const commands = {
    data: NO_FLOW,
    commands: 549,
    cost: new Map(),
    unchargedBytes: 0,
    unchargedCommands: 0,
  }
  expect(concernsOf(sim('a'), known(0, { usageOf: () => commands }))).toEqual([])
})

it('is not known to be silent before a day of the range was settled when it was read', () => {
  const silentAt = (product: ConcernedSim['product'], readAt: string | undefined) =>
    hasConcern(
      sim('a', { product }),
      'silent',
      known(0, { readAtOf: () => (readAt ? new Date(readAt) : undefined) }),
      RANGE,
    )
  // The 1st has ended for 48 hours on the 4th, and for as many as a Super SIM needs a day before.
  expect(silentAt('programmable-wireless', '2026-11-03T23:59:59Z')).toBeUndefined()
  expect(silentAt('programmable-wireless', '2026-11-04T00:00:00Z')).toBe(true)
  expect(silentAt('super-sim', '2026-11-02T23:59:59Z')).toBeUndefined()
  expect(silentAt('super-sim', '2026-11-03T00:00:00Z')).toBe(true)
  expect(silentAt('super-sim', undefined)).toBe(true)
  const used = known(1, { readAtOf: () => new Date('2026-11-01T12:00:00Z') })
  expect(hasConcern(sim('a'), 'silent', used, RANGE)).toBe(false)
})

it('is new where it was made known within the range, whose end is exclusive', () => {
  const isNew = (created: string) =>
    hasConcern(sim('a', { created: Date.parse(created) }), 'new', known(1), RANGE)
  expect(
    ['2026-10-31T23:59:59Z', '2026-11-01', '2026-11-07T23:59:59Z', '2026-11-08'].map(isNew),
  ).toEqual([false, true, true, false])
  expect(hasConcern(sim('a', { created: undefined }), 'new', known(1), RANGE)).toBeUndefined()
})

it('counts what is known, and tells of how many it is not', () => {
  const noLimit = { planOf: () => ({ name: 'free', limits: [] }) }
  const used = new Map<string, KnownOfConcerns<ConcernedSim>>([
    ['over', known(200)],
    ['near', known(90, { isAbroad: () => true })],
    ['unknown', known(undefined, { isAbroad: () => undefined })],
    ['unlimited', known(undefined, noLimit)],
    ['elsewhere', known(300)],
  ])
  const of = (one: ConcernedSim) => used.get(one.name) ?? known(0)
  const counts = finishSteps(
    countConcerns(
      [sim('over'), sim('near'), sim('elsewhere'), sim('unknown'), sim('unlimited')],
      {
        planOf: (one) => of(one).planOf(one),
        usageOf: (one) => of(one).usageOf(one),
        bytesOf: (one) => of(one).bytesOf(one),
        limitedBytesOf: (one, part) => of(one).limitedBytesOf(one, part),
        isAbroad: (one) => of(one).isAbroad(one),
        readAtOf: (one) => of(one).readAtOf(one),
      },
      RANGE,
      ({ name }) => name !== 'elsewhere',
    ),
  )
  expect(counts).toEqual({
    over: { count: 1, unknown: 1 },
    near: { count: 1, unknown: 1 },
    silent: { count: 0, unknown: 2 },
    abroad: { count: 1, unknown: 1 },
    new: { count: 0, unknown: 0 },
  })
})
