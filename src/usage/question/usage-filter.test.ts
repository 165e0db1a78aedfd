import { describe, expect, it } from 'vitest'
import { planRequests } from './request-plan.ts'
import { singleFilters } from './usage-filter.ts'
import { resolveQuestion } from './usage-query.ts'

const NOW = new Date('2026-11-20T12:00:00Z')

function resolved(filter: { country?: string; network?: string }) {
  return resolveQuestion(
    {
      product: 'super-sim',
      accounts: ['main'],
      filter,
      range: { kind: 'lastMonth' },
      granularity: 'day',
    },
    NOW,
  )
}

describe('a filter of several values', () => {
  it('is one filter for each value, and for each pair of two', () => {
    expect(singleFilters({})).toEqual([{}])
    expect(singleFilters({ country: 'DE,FR' })).toEqual([{ country: 'DE' }, { country: 'FR' }])
    expect(singleFilters({ fleet: 'HF1', country: 'DE,FR' })).toEqual([
      { fleet: 'HF1', country: 'DE' },
      { fleet: 'HF1', country: 'FR' },
    ])
  })

  it('counts no value twice', () => {
    expect(singleFilters({ country: 'DE,DE' })).toEqual([{ country: 'DE' }])
  })

  it('is asked for value by value, as KORE has it', () => {
    const question = resolved({ country: 'DE,FR' })
    if (question.kind !== 'query') throw new Error(question.problem.kind)
    const asked = planRequests(question.query, NOW)
    const one = planRequests({ ...question.query, filter: { country: 'DE' } }, NOW)
    expect(asked.map(({ filter }) => filter.country)).toEqual([
      ...one.map(() => 'DE'),
      ...one.map(() => 'FR'),
    ])
  })

  it('is refused where it would be more than twenty questions', () => {
    const five = 'AT,BE,DE,ES,FR'
    expect(resolved({ country: five, network: 'HW1,HW2,HW3,HW4' }).kind).toBe('query')
    expect(resolved({ country: five, network: 'HW1,HW2,HW3,HW4,HW5' })).toMatchObject({
      kind: 'problem',
      problem: { kind: 'manyValues', questions: 25 },
    })
  })
})
