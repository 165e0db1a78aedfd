import { expect, it } from 'vitest'
import { finishSteps } from '#testing/finish-steps.ts'
import { amountsOfSim, bytesOfSim, indexSims, SID_LENGTH } from './sim-sums.ts'

const sid = (letter: string) => `HS${letter.repeat(SID_LENGTH - 2)}`
const [A, B, C] = [sid('a'), sid('b'), sid('c')]

/** Two SIMs in two periods, and one of them in a third that was asked for apart. */
const SUMS = [
  finishSteps(
    indexSims({
      sids: A + B,
      periods: 2,
      total: Float64Array.of(4, 6, 40, 60),
      oddities: [],
      download: Float64Array.of(1, 2, 10, 20),
      upload: Float64Array.of(3, 4, 30, 40),
      cost: new Map([
        ['USD', Float64Array.of(0.5, 0.25, 0, 6)],
        ['EUR', Float64Array.of(0, 0, 7, 0)],
      ]),
      uncharged: Float64Array.of(0, 0, 40, 0),
    }),
  ),
  finishSteps(
    indexSims({
      sids: B,
      periods: 1,
      total: Float64Array.of(300),
      oddities: [],
      download: Float64Array.of(100),
      upload: Float64Array.of(200),
      cost: new Map([['USD', Float64Array.of(8)]]),
      uncharged: Float64Array.of(5),
    }),
  ),
]

it('adds up each SIM over all periods: download and upload, each currency, uncharged bytes', () => {
  expect(amountsOfSim(SUMS, A)).toEqual({
    commands: 0,
    data: { total: 10, download: 3, upload: 7 },
    cost: new Map([['USD', 0.75]]),
    unchargedBytes: 0,
    unchargedCommands: 0,
  })
  expect(amountsOfSim(SUMS, B)).toEqual({
    data: { total: 400, download: 130, upload: 270 },
    commands: 0,
    cost: new Map([
      ['USD', 14],
      ['EUR', 7],
    ]),
    unchargedBytes: 45,
    unchargedCommands: 0,
  })
})

it('sorts by the same bytes that it tells', () => {
  expect([A, B, C].map((one) => bytesOfSim(SUMS, one))).toEqual([10, 400, 0])
})

it('has nothing of a SIM without a record', () => {
  expect(amountsOfSim(SUMS, C)).toEqual({
    data: { total: 0, download: 0, upload: 0 },
    commands: 0,
    cost: new Map(),
    unchargedBytes: 0,
    unchargedCommands: 0,
  })
})
