import { afterEach, describe, expect, it, vi } from 'vitest'
import { type MockProvider, startMockProvider } from '#testing/sign-in/mock-provider.ts'
import { createKeptDiscovery } from './kept-discovery.ts'

const WELL_KNOWN = '/.well-known/openid-configuration'
const open: MockProvider[] = []

async function start(path?: string): Promise<MockProvider> {
  const provider = await startMockProvider(path)
  open.push(provider)
  return provider
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((provider) => provider.close()))
})

describe('what the provider says of itself', () => {
  it('is asked once for all who come, and again after an hour beside them', async () => {
    let now = Date.now()
    const provider = await start()
    const discover = createKeptDiscovery(provider.signInConfig('http://localhost'), () => now)
    await Promise.all(Array.from({ length: 20 }, discover))
    await discover()
    expect(provider.asked).toEqual([WELL_KNOWN])
    now += 3_600_001
    await Promise.all(Array.from({ length: 20 }, discover))
    await vi.waitFor(() => expect(provider.asked).toEqual([WELL_KNOWN, WELL_KNOWN]))
  })

  it('holds while the provider is away', async () => {
    let now = Date.now()
    const provider = await startMockProvider()
    const discover = createKeptDiscovery(provider.signInConfig('http://localhost'), () => now)
    const kept = await discover()
    await provider.close()
    for (let hours = 0; hours < 3; hours++) {
      now += 3_600_001
      expect(await discover()).toBe(kept)
    }
  })

  it('is asked again after a rest where it could not be had', async () => {
    let now = Date.now()
    const provider = await start()
    const config = provider.signInConfig('http://localhost')
    const unknown = createKeptDiscovery({ ...config, issuer: `${config.issuer}/none` }, () => now)
    for (let visitor = 0; visitor < 5; visitor++) {
      await expect(unknown()).rejects.toMatchObject({
        fault: 'unreadable',
        detail: `404 from ${config.issuer}/none${WELL_KNOWN}`,
      })
    }
    expect(provider.asked).toHaveLength(1)
    now += 3_001
    await unknown().catch(() => undefined)
    expect(provider.asked).toHaveLength(2)
  })

  it('does not keep anybody waiting for long', async () => {
    const provider = await start()
    provider.hangs = () => true
    const discover = createKeptDiscovery(provider.signInConfig('http://localhost'))
    const begun = Date.now()
    await expect(discover()).rejects.toMatchObject({ fault: 'timeout' })
    expect(Date.now() - begun).toBeLessThan(12_000)
  })
})

describe('the name of the provider', () => {
  it.each([
    ['', ''],
    ['/', ''],
    ['', '/'],
    ['/realms/fleet/', '/realms/fleet'],
    ['/realms/fleet', '/realms/fleet/'],
    ['/realms/fleet/', '/realms/fleet/'],
  ])('may end with a slash or not: %j and %j', async (path, set) => {
    const provider = await start(path)
    const { origin } = new URL(provider.service.issuer.url ?? '')
    const config = { ...provider.signInConfig('http://localhost'), issuer: origin + set }
    const discovered = await createKeptDiscovery(config)()
    expect(discovered.serverMetadata().issuer).toBe(origin + path)
  })

  it('is no other one', async () => {
    const provider = await start()
    const config = provider.signInConfig('http://localhost')
    provider.service.issuer.url = 'https://another.example'
    await expect(createKeptDiscovery(config)()).rejects.toMatchObject({
      fault: 'issuer',
      detail: expect.stringContaining(`issuer is not ${config.issuer}`),
    })
  })
})
