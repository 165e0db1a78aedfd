import { describe, expect, it } from 'vitest'
import { isRealAccount, parseConfig as parse } from './config.ts'

const CREDENTIALS = {
  KORE_CLIENT_ID: 'me',
  KORE_CLIENT_SECRET: 'very-secret',
  SIGN_IN: 'none',
}

const OIDC = {
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_CLIENT_ID: 'roamboard',
  OIDC_CLIENT_SECRET: 'very-secret',
  OIDC_AUTH_SECRET: 'very-secret-and-more-than-32-characters',
  PUBLIC_URL: 'https://roamboard.example.com',
}

const noFile = () => {
  throw new Error('there is no file')
}

const parseConfig = (environment: Record<string, string>, readSecret = noFile) =>
  parse(environment, readSecret)

const problemOf = (environment: Record<string, string>) => {
  try {
    parseConfig(environment)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return 'none'
}

describe('gateway settings', () => {
  it('listen on loopback and use the sandbox when nothing is set', () => {
    const config = parseConfig({})
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1' })
    expect(config.accounts).toBeUndefined()
    expect(config.allowedHosts).toEqual(['localhost', '127.0.0.1', '[::1]', '::1'])
  })

  it('keep the store in a folder, or in the Postgres that is named', () => {
    expect(parseConfig({}).dataFolder).toBe('data')
    expect(parseConfig({}).databaseUrl).toBeUndefined()
    const databaseUrl = 'postgres://me:very-secret@db:5432/roamboard'
    expect(parseConfig({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl)
    const problem = problemOf({ DATABASE_URL: 'mysql://me:very-secret@db/roamboard' })
    expect(problem).toContain('DATABASE_URL must be like postgres://')
    expect(problem).not.toContain('very-secret')
  })

  it('log what went wrong, or as much as is asked for', () => {
    expect(parseConfig({}).logLevel).toBe('warn')
    expect(parseConfig({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug')
    expect(problemOf({ LOG_LEVEL: 'chatty' })).toContain('LOG_LEVEL must be one of silent, error')
  })

  it('bound what is kept', () => {
    expect(parseConfig({}).keptMegabytes).toBe(1024)
    expect(parseConfig({ KEPT_MEGABYTES: '0' }).keptMegabytes).toBe(0)
    expect(problemOf({ KEPT_MEGABYTES: 'lots' })).toContain('KEPT_MEGABYTES must be a whole number')
  })

  it('default to the real addresses once credentials are set', () => {
    const { addresses, accounts } = parseConfig(CREDENTIALS)
    expect(accounts).toMatchObject([{ id: 'main', clientId: 'me', clientSecret: 'very-secret' }])
    expect(addresses).toMatchObject({
      tokenUrl: 'https://api.korewireless.com/api-services/v1/auth/token',
      baseUrls: {
        'programmable-wireless': 'https://programmable-wireless.api.korewireless.com',
        'super-sim': 'https://supersim.api.korewireless.com',
      },
    })
    expect(isRealAccount(addresses)).toBe(true)
  })

  it('know that another address is not a real account', () => {
    const { addresses } = parseConfig({
      ...CREDENTIALS,
      KORE_PROGRAMMABLE_WIRELESS_URL: 'http://127.0.0.1:8090/programmable-wireless/',
    })
    expect(addresses.baseUrls['programmable-wireless']).toBe(
      'http://127.0.0.1:8090/programmable-wireless',
    )
    expect(isRealAccount(addresses)).toBe(false)
  })

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ ...CREDENTIALS, KORE_TOKEN_URL: 'https://me:very-secret@example.com' }, 'KORE_TOKEN_URL'],
    [{ ...CREDENTIALS, KORE_TOKEN_URL: 'https://example.com/?a=b' }, 'KORE_TOKEN_URL'],
    [{ ...CREDENTIALS, KORE_TOKEN_URL: 'https://example.com/#a' }, 'KORE_TOKEN_URL'],
    [{ ...CREDENTIALS, KORE_TOKEN_URL: 'http://localhost.example.com' }, 'KORE_TOKEN_URL'],
    [{ ...CREDENTIALS, KORE_TOKEN_URL: 'ftp://localhost' }, 'KORE_TOKEN_URL'],
    [{ KORE_CLIENT_ID: 'me' }, 'KORE_CLIENT_SECRET'],
    [{ KORE_CLIENT_SECRET: 'x' }, 'KORE_CLIENT_ID'],
    [{ KORE_TOKEN_URL: 'https://example.com/token' }, 'KORE_TOKEN_URL'],
    [{ ...CREDENTIALS, KORE_SUPER_SIM_URL: 'http://example.com' }, 'KORE_SUPER_SIM_URL'],
    [{ ...CREDENTIALS, KORE_SUPER_SIM_URL: 'nonsense' }, 'KORE_SUPER_SIM_URL'],
  ])('that are wrong are named: %o', (environment, name) => {
    expect(problemOf(environment)).toContain(name)
  })

  it('take the highest port', () => {
    expect(parseConfig({ PORT: '65535' }).port).toBe(65_535)
  })

  it.each(['https://korewireless.com.evil.test', 'https://evilkorewireless.com'])(
    'take no account of %s for a real one',
    (url) => {
      const { addresses } = parseConfig({ ...CREDENTIALS, KORE_SUPER_SIM_URL: url })
      expect(isRealAccount(addresses)).toBe(false)
    },
  )

  it('never show the secret in a message', () => {
    expect(problemOf({ ...CREDENTIALS, PORT: 'x' })).not.toContain('very-secret')
  })

  it('open nothing to everybody unless somebody says so', () => {
    const { SIGN_IN: _, ...account } = CREDENTIALS
    expect(problemOf(account)).toContain('Your account would be shown without signing in')
    expect(problemOf({ HOST: '0.0.0.0' })).toContain('HOST is not this machine alone')
    expect(problemOf({ HOST: '0.0.0.0', SIGN_IN: 'none' })).toBe('none')
    expect(problemOf({ ...account, ...OIDC, VIEWER_GROUPS: 'fleet' })).toBe('none')
    expect(problemOf({ SIGN_IN: 'perhaps' })).toContain('SIGN_IN can only be none')
  })

  it('want all that signing in needs', () => {
    const { OIDC_AUTH_SECRET, ...rest } = OIDC
    expect(problemOf({ ...rest, VIEWER_DOMAINS: '*' })).toContain('needs OIDC_AUTH_SECRET')
    expect(problemOf({ ...OIDC, OIDC_AUTH_SECRET: 'short' })).toContain('at least 32 characters')
    expect(problemOf({ ...OIDC, PUBLIC_URL: 'http://example.com' })).toContain('PUBLIC_URL must be')
    expect(problemOf(OIDC)).toContain('Nobody could see the sandbox')
    const { signIn, allowedHosts } = parseConfig({ ...OIDC, VIEWER_DOMAINS: 'Example.com' })
    expect(signIn).toMatchObject({ issuer: OIDC.OIDC_ISSUER, sessionHours: 8 })
    expect(allowedHosts).toContain('roamboard.example.com')
    expect(OIDC_AUTH_SECRET.length).toBeGreaterThan(32)
  })

  it('bound the secret that signs sessions, and their hours', () => {
    const all = { ...OIDC, VIEWER_DOMAINS: 'example.com' }
    expect(problemOf({ ...all, OIDC_AUTH_SECRET: 'x'.repeat(31) })).toContain('at least 32')
    expect(problemOf({ ...all, OIDC_AUTH_SECRET: 'x'.repeat(32) })).toBe('none')
    for (const hours of ['0', '1000', '-1', '1.5', 'long']) {
      expect(problemOf({ ...all, SESSION_HOURS: hours })).toContain('SESSION_HOURS')
    }
    expect(parseConfig({ ...all, SESSION_HOURS: '999' }).signIn?.sessionHours).toBe(999)
  })
})

describe('the accounts of the settings', () => {
  const NORTH = { id: 'north', name: 'North', clientId: 'n', clientSecret: 'very-secret' }
  const SOUTH = { ...NORTH, id: 'south', name: 'South', viewers: { groups: ['south'] } }

  it('come from a file or from the environment, each with its own viewers', () => {
    const text = JSON.stringify([NORTH, SOUTH])
    const more = { SIGN_IN: 'none', VIEWER_DOMAINS: 'Example.com' }
    const fromFile = parse({ ACCOUNTS_FILE: '/accounts.json', ...more }, () => text).accounts
    expect(fromFile).toEqual([
      { ...NORTH, viewers: { groups: [], domains: ['example.com'] } },
      { ...SOUTH, viewers: { groups: ['south'], domains: [] } },
    ])
    expect(parseConfig({ ACCOUNTS: text, ...more }).accounts).toEqual(fromFile)
  })

  it.each([
    ['no JSON', '{', 'must be JSON'],
    ['no list', '{}', 'must be JSON'],
    ['none', '[]', 'must be JSON'],
    [
      'a day that not every month has',
      JSON.stringify([{ ...NORTH, billingDays: { 'super-sim': 29 } }]),
      'it is not at 0.billingDays.super-sim',
    ],
    [
      'a product that is none',
      JSON.stringify([{ ...NORTH, billingDays: { sms: 2 } }]),
      'it is not at 0.billingDays',
    ],
    ['a wrong id', JSON.stringify([{ ...NORTH, id: 'All of them' }]), 'it is not at 0.id'],
    ['the id of all', JSON.stringify([{ ...NORTH, id: 'all' }]), 'it is not at 0.id'],
    ['no secret', JSON.stringify([{ ...NORTH, clientSecret: '' }]), 'it is not at 0.clientSecret'],
    ['an unknown key', JSON.stringify([{ ...NORTH, password: 'very-secret' }]), 'must be JSON'],
    ['one twice', JSON.stringify([NORTH, NORTH]), 'names "north" twice'],
  ])('are refused with %s, and no secret is shown', (_, text, words) => {
    const problem = problemOf({ ACCOUNTS: text, SIGN_IN: 'none' })
    expect(problem).toContain(words)
    expect(problem).not.toContain('very-secret')
  })

  it('are open to nobody else where they name their viewers, however few', () => {
    const viewersOf = (viewers: object) => {
      const text = JSON.stringify([{ ...NORTH, viewers }])
      const more = { SIGN_IN: 'none', VIEWER_DOMAINS: '*', VIEWER_GROUPS: 'fleet' }
      return parseConfig({ ACCOUNTS: text, ...more }).accounts?.[0]?.viewers
    }
    expect(viewersOf({})).toEqual({ groups: [], domains: [] })
    expect(viewersOf({ domains: ['North.Example'] })).toEqual({
      groups: [],
      domains: ['north.example'],
    })
    const seen = { ACCOUNTS: JSON.stringify([NORTH, { ...SOUTH, viewers: {} }]), ...OIDC }
    const problem = problemOf({ ...seen, VIEWER_GROUPS: 'fleet' })
    expect(problem).toContain('Nobody could see south')
    expect(problem).not.toContain('Nobody could see north')
  })

  it('are set in one way only', () => {
    const ACCOUNTS = JSON.stringify([NORTH])
    expect(problemOf({ ...CREDENTIALS, ACCOUNTS })).toContain(
      'Only one of ACCOUNTS, KORE_CLIENT_ID',
    )
  })

  it('say why their file cannot be read', () => {
    expect(problemOf({ ACCOUNTS_FILE: '/none', SIGN_IN: 'none' })).toContain('there is no file')
  })
})
