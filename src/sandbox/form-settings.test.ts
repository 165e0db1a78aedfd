import { describe, expect, it } from 'vitest'
import { parseConfig } from './config.ts'

describe('The settings of a form', () => {
  it('come from the environment', () => {
    expect(
      parseConfig([], {
        SANDBOX_SHAPE: 'documents',
        SANDBOX_LARGE_PAGES: 'cut',
        SANDBOX_COUNTRY_CODE: 'alpha-3',
        SANDBOX_EMPTY_PERIODS: 'missing',
        SANDBOX_TOKEN_REFUSAL: '403',
        SANDBOX_RATE_LIMIT: '5',
        SANDBOX_RETRY_AFTER: 'date',
        SANDBOX_PRIVATE_BETA: 'off',
        SANDBOX_PRODUCTS: 'sandbox-north=super-sim sandbox-south=programmable-wireless',
      }),
    ).toMatchObject({
      shape: 'documents',
      largePages: 'cut',
      countryCode: 'alpha-3',
      emptyPeriods: 'missing',
      tokenRefusal: 403,
      rateLimit: 5,
      retryAfter: 'date',
      privateBeta: false,
      products: { 'sandbox-north': ['super-sim'], 'sandbox-south': ['programmable-wireless'] },
    })
    expect(parseConfig(['--products', 'super-sim'], {}).products).toEqual({
      sandbox: ['super-sim'],
      'sandbox-north': ['super-sim'],
      'sandbox-south': ['super-sim'],
    })
  })

  it.each([
    '--shape=round',
    '--large-pages=torn',
    '--country-code=DE',
    '--empty-periods=none',
    '--token-refusal=404',
    '--rate-limit=fast',
    '--retry-after=soon',
    '--products=voice',
    '--products=nobody=super-sim',
  ])('that are wrong are named: %s', (option) => {
    const [name = ''] = option.split('=')
    expect(() => parseConfig([option], {})).toThrow(name)
  })
})
