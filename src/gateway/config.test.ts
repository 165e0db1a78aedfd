import { describe, expect, it } from 'vitest'
import { isRealAccount, parseConfig } from './config.ts'

const CREDENTIALS = { KORE_CLIENT_ID: 'me', KORE_CLIENT_SECRET: 'very-secret' }

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
    expect(config.upstream).toBeUndefined()
    expect(config.allowedHosts).toEqual(['localhost', '127.0.0.1', '[::1]'])
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
    const { upstream } = parseConfig(CREDENTIALS)
    expect(upstream).toMatchObject({
      tokenUrl: 'https://api.korewireless.com/api-services/v1/auth/token',
      programmableWirelessUrl: 'https://programmable-wireless.api.korewireless.com',
      superSimUrl: 'https://supersim.api.korewireless.com',
    })
    expect(upstream && isRealAccount(upstream)).toBe(true)
  })

  it('know that another address is not a real account', () => {
    const { upstream } = parseConfig({
      ...CREDENTIALS,
      KORE_PROGRAMMABLE_WIRELESS_URL: 'http://127.0.0.1:8090/programmable-wireless/',
    })
    expect(upstream?.programmableWirelessUrl).toBe('http://127.0.0.1:8090/programmable-wireless')
    expect(upstream && isRealAccount(upstream)).toBe(false)
  })

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ KORE_CLIENT_ID: 'me' }, 'KORE_CLIENT_SECRET'],
    [{ KORE_CLIENT_SECRET: 'x' }, 'KORE_CLIENT_ID'],
    [{ KORE_TOKEN_URL: 'https://example.com/token' }, 'KORE_TOKEN_URL'],
    [{ ...CREDENTIALS, KORE_SUPER_SIM_URL: 'http://example.com' }, 'KORE_SUPER_SIM_URL'],
    [{ ...CREDENTIALS, KORE_SUPER_SIM_URL: 'nonsense' }, 'KORE_SUPER_SIM_URL'],
  ])('that are wrong are named: %o', (environment, name) => {
    expect(problemOf(environment)).toContain(name)
  })

  it('never show the secret in a message', () => {
    expect(problemOf({ ...CREDENTIALS, PORT: 'x' })).not.toContain('very-secret')
  })
})
