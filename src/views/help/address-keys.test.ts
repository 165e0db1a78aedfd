import { describe, expect, it } from 'vitest'
import { addressKeys, KEY_MEANINGS } from './address-keys.ts'

describe('addressKeys', () => {
  it('says of each key what it is for, and names none that no page has', () => {
    expect(
      addressKeys()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(Object.keys(KEY_MEANINGS).toSorted())
  })

  it('tells what a key can say, what holds without it, and which pages have it', () => {
    expect(addressKeys().find(({ name }) => name === 'days')).toEqual({
      name: 'days',
      meaning: 'How many settled days are held against as many before.',
      expected: '7, 28',
      fallback: '7',
      pages: ['Top and movers'],
    })
  })

  it('tells of a key that pages understand differently all that it can say', () => {
    const expected = addressKeys().find(({ name }) => name === 'group')?.expected
    expect(expected).toBe('none, network, country, fleet, sim, account')
    expect(addressKeys().find(({ name }) => name === 'month')?.expected).toBe(
      'off, forecast, data, cost; a month such as 2026-10',
    )
  })

  it('tells page by page what holds without a key, where pages differ', () => {
    const fallback = addressKeys().find(({ name }) => name === 'product')?.fallback
    expect(fallback).toBe('programmable-wireless (Usage, Top and movers), all (SIMs, Report)')
  })
})
