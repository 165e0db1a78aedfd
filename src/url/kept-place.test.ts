import { describe, expect, it } from 'vitest'
import { keptPlace } from './kept-place.ts'

const from = (
  pathname: string,
  search: string,
  product: 'super-sim' | 'programmable-wireless',
) => ({
  pathname,
  search,
  product,
})

describe('going to another page', () => {
  it('keeps the account, and the range where the other has one', () => {
    const shown = from('/account', '?account=north&range=last-month', 'programmable-wireless')
    expect(keptPlace(shown, '/sims', 'programmable-wireless')).toBe(
      '/sims?account=north&range=last-month',
    )
    expect(keptPlace(shown, '/views', 'programmable-wireless')).toBe('/views?account=north')
  })

  it('keeps what is compared, forecast and set for the month from product to product', () => {
    const shown = from(
      '/account',
      '?product=super-sim&compare=previous&month=forecast&budget=500&time=local&country=DE',
      'super-sim',
    )
    expect(keptPlace(shown, '/account', 'programmable-wireless')).toBe(
      '/account?compare=previous&month=forecast&budget=500&time=local',
    )
    expect(keptPlace(shown, '/account', 'super-sim')).toContain('country=DE')
  })

  it('leaves behind how many rows a table shows', () => {
    const shown = from('/account', '?rows=all&range=today', 'programmable-wireless')
    expect(keptPlace(shown, '/account', 'programmable-wireless')).toBe('/account?range=today')
  })

  it('finds what only the other page understands as it was left there, and all else as it is here', () => {
    const left = '?account=north&product=super-sim&range=today&budget=500&fleet=HF1&rows=all'
    const shown = from('/sims', '?account=north&range=last-month&product=super-sim', 'super-sim')
    const back = keptPlace(shown, '/account', 'super-sim', left)
    expect(back).toBe(
      '/account?product=super-sim&account=north&range=last-month&budget=500&fleet=HF1',
    )
    const other = from('/sims', '?account=south&product=super-sim', 'super-sim')
    expect(keptPlace(other, '/account', 'super-sim', left)).not.toContain('fleet')
  })

  it('does not take what was set for another product there', () => {
    const shown = from('/sims', '', 'super-sim')
    expect(keptPlace(shown, '/account', 'super-sim', '?budget=500')).not.toContain('budget')
  })
})
