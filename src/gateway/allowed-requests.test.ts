import { expect, it } from 'vitest'
import { matchAllowedRequest } from './allowed-requests.ts'

const SID = `DE${'0'.repeat(32)}`

it.each([
  '/api/programmable-wireless/v1/UsageRecords',
  '/api/programmable-wireless/v1/Sims',
  `/api/programmable-wireless/v1/Sims/${SID}`,
  `/api/programmable-wireless/v1/Sims/${SID}/UsageRecords`,
  '/api/programmable-wireless/v1/Sims/truck-0001/DataSessions',
  '/api/programmable-wireless/v1/RatePlans',
  '/api/super-sim/v1/UsageRecords',
  '/api/super-sim/v1/Fleets',
  '/api/super-sim/v1/Networks',
  `/api/super-sim/v1/Sims/${SID}/BillingPeriods`,
])('forwards %s', (path) => {
  const allowed = matchAllowedRequest(path)
  expect(`/api/${allowed?.product}${allowed?.path}`).toBe(path)
})

it.each([
  '/api/programmable-wireless/v1/Commands',
  '/api/programmable-wireless/v1/Sims/../UsageRecords',
  '/api/programmable-wireless/v1/Sims/..',
  '/api/programmable-wireless/v1/Sims/%2e%2e/UsageRecords',
  '/api/programmable-wireless/v1/Sims/a%2Fb',
  '/api/programmable-wireless/v1/Sims/a%00',
  '/api/programmable-wireless/v1/Sims/a/b/UsageRecords',
  '/api/programmable-wireless/v1//UsageRecords',
  '/api/programmable-wireless/v2/UsageRecords',
  '/api/programmable-wireless//example.com/v1/UsageRecords',
  '/api/programmable-wireless@example.com/v1/UsageRecords',
  '/api/super-sim/v1/SmsCommands',
  '/api/https://example.com/v1/UsageRecords',
  '/api/',
])('does not forward %s', (path) => {
  expect(matchAllowedRequest(path)).toBeUndefined()
})
