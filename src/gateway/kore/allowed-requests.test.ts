import { expect, it } from 'vitest'
import { matchAllowedRequest } from './allowed-requests.ts'

const SID = `DE${'0'.repeat(32)}`

it.each([
  '/programmable-wireless/v1/UsageRecords',
  '/programmable-wireless/v1/Sims',
  `/programmable-wireless/v1/Sims/${SID}`,
  `/programmable-wireless/v1/Sims/${SID}/UsageRecords`,
  '/programmable-wireless/v1/Sims/truck-0001/DataSessions',
  '/programmable-wireless/v1/RatePlans',
  '/super-sim/v1/UsageRecords',
  '/super-sim/v1/Fleets',
  '/super-sim/v1/Networks',
  `/super-sim/v1/Sims/${SID}/BillingPeriods`,
])('forwards %s', (path) => {
  const allowed = matchAllowedRequest(path)
  expect(`/${allowed?.product}${allowed?.path}`).toBe(path)
})

it.each([
  '/programmable-wireless/v1/Commands',
  '/programmable-wireless/v1/Sims/../UsageRecords',
  '/programmable-wireless/v1/Sims/..',
  '/programmable-wireless/v1/Sims/%2e%2e/UsageRecords',
  '/programmable-wireless/v1/Sims/a%2Fb',
  '/programmable-wireless/v1/Sims/a%00',
  '/programmable-wireless/v1/Sims/a/b/UsageRecords',
  '/programmable-wireless/v1//UsageRecords',
  '/programmable-wireless/v2/UsageRecords',
  '/programmable-wireless//example.com/v1/UsageRecords',
  '/programmable-wireless@example.com/v1/UsageRecords',
  '/super-sim/v1/SmsCommands',
  '/https://example.com/v1/UsageRecords',
  '/',
])('does not forward %s', (path) => {
  expect(matchAllowedRequest(path)).toBeUndefined()
})
