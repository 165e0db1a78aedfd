import { describe, expect, it } from 'vitest'
import { amountTicks } from './amount-ticks.ts'

describe('the amounts that an axis names', () => {
  it('stand in steps of 1, 2 or 5 times a power of ten', () => {
    expect(amountTicks(0, 3.9e9, false)).toEqual([0, 1e9, 2e9, 3e9, 4e9])
    expect(amountTicks(0, 7e9, false)).toEqual([0, 2e9, 4e9, 6e9, 8e9])
    expect(amountTicks(0, 17e9, false)).toEqual([0, 5e9, 10e9, 15e9, 20e9])
    expect(amountTicks(0, 0.9, false)).toEqual([0, 0.5, 1])
  })

  it('keep their step where the highest is one of them', () => {
    expect(amountTicks(0, 4000, false)).toEqual([0, 1000, 2000, 3000, 4000])
  })

  it('have no dust of binary sums', () => {
    expect(amountTicks(0, 0.35, false)).toEqual([0, 0.1, 0.2, 0.3, 0.4])
  })

  it('are whole where they are counted', () => {
    expect(amountTicks(0, 2, true)).toEqual([0, 1, 2])
    expect(amountTicks(0, 2, false)).toEqual([0, 0.5, 1, 1.5, 2])
  })

  it('reach below nothing where amounts do, with nothing among them', () => {
    expect(amountTicks(-120, 250, false)).toEqual([-200, -100, 0, 100, 200, 300])
  })

  it('are two where there is nothing to show', () => {
    expect(amountTicks(0, 0, false)).toEqual([0, 1])
  })
})
