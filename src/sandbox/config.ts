import { parseArgs } from 'node:util'
import { FAULTS, type Fault } from './faults.ts'

/** How the sandbox behaves; every setting has a default. */
export interface SandboxConfig {
  /** 0 lets the system choose a free port. */
  readonly port: number
  /** A moment that the clock stands still at; the real clock without it. */
  readonly now?: Date
  /** The world's seed: the same seed makes the same fleet and the same usage. */
  readonly seed: number
  /** How many Programmable Wireless SIMs there are. */
  readonly sims: number
  /** How many Super SIMs there are. */
  readonly superSims: number
  /** Whether the account may group Super SIM usage by SIM and by fleet. */
  readonly privateBeta: boolean
  /** Milliseconds that every answer takes longer. */
  readonly latency: number
  readonly fault: Fault
}

export const DEFAULT_CONFIG: SandboxConfig = {
  port: 8090,
  seed: 7,
  sims: 300,
  superSims: 5_000,
  privateBeta: true,
  latency: 0,
  fault: 'none',
}

/**
 * Reads the settings from the command line (`--seed 7`) and, where it is silent, from the
 * environment (`SANDBOX_SEED=7`).
 *
 * @throws Error that names each setting that is wrong and says what it must be
 */
export function parseConfig(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SandboxConfig {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      port: text,
      now: text,
      seed: text,
      sims: text,
      'super-sims': text,
      'private-beta': text,
      latency: text,
      fault: text,
    },
  })
  const problems: string[] = []
  const setting = (name: keyof typeof values) =>
    values[name] ?? environment[`SANDBOX_${name.toUpperCase().replace('-', '_')}`]
  const integer = (name: keyof typeof values, otherwise: number, max: number) => {
    const given = setting(name)
    if (given === undefined) return otherwise
    if (/^\d+$/.test(given) && Number(given) <= max) return Number(given)
    problems.push(`--${name} must be a whole number from 0 to ${max}, not "${given}"`)
    return otherwise
  }
  const now = parseNow(setting('now'), problems)
  const config: SandboxConfig = {
    port: integer('port', DEFAULT_CONFIG.port, 65_535),
    seed: integer('seed', DEFAULT_CONFIG.seed, 2 ** 31),
    sims: integer('sims', DEFAULT_CONFIG.sims, 100_000),
    superSims: integer('super-sims', DEFAULT_CONFIG.superSims, 1_000_000),
    privateBeta: parsePrivateBeta(setting('private-beta'), problems),
    latency: integer('latency', DEFAULT_CONFIG.latency, 600_000),
    fault: parseFault(setting('fault'), problems),
    ...(now ? { now } : {}),
  }
  if (problems.length > 0) throw new Error(`The sandbox cannot start:\n- ${problems.join('\n- ')}`)
  return config
}

function parseNow(given: string | undefined, problems: string[]): Date | undefined {
  if (given === undefined) return undefined
  const now = new Date(given)
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(given) && !Number.isNaN(now.getTime())) return now
  problems.push(`--now must be a UTC moment such as 2026-11-20T12:00:00Z, not "${given}"`)
  return undefined
}

function parsePrivateBeta(given: string | undefined, problems: string[]): boolean {
  if (given === 'on' || given === 'off') return given === 'on'
  if (given !== undefined) problems.push(`--private-beta must be on or off, not "${given}"`)
  return DEFAULT_CONFIG.privateBeta
}

function parseFault(given: string | undefined, problems: string[]): Fault {
  const fault = FAULTS.find((known) => known === (given ?? DEFAULT_CONFIG.fault))
  if (fault) return fault
  problems.push(`--fault must be one of ${FAULTS.join(', ')}, not "${given}"`)
  return DEFAULT_CONFIG.fault
}
