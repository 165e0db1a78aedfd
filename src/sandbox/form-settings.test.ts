import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { parseConfig } from './config.ts'

const WIRELESS = '/programmable-wireless/v1'
const _SUPER_SIM = '/super-sim/v1'
const _SUMMER = `${WIRELESS}/UsageRecords?Start=2026-07-01&End=2026-08-01`
const _NOVEMBER = 'StartTime=2026-11-01T00:00:00Z&EndTime=2026-11-02T00:00:00Z'

const _anything = z.looseObject({})
const _wirelessRecord = z.looseObject({
  period: z.object({ start: z.string(), end: z.string() }),
  data: z.looseObject({
    total: z.optional(z.number()),
    international_roaming: z.optional(
      z.array(z.looseObject({ country_code: z.optional(z.string()) })),
    ),
  }),
})

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
