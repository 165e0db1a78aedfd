import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

/** Runs tests as on machines of several time zones, with and without daylight-saving time. */
export function inTimeZones(name: string, define: () => void): void {
  describe.each(ZONES)(`${name} (machine in %s)`, (zone) => {
    const before = process.env.TZ
    beforeAll(() => {
      process.env.TZ = zone
    })
    afterAll(() => {
      process.env.TZ = before ?? 'UTC'
    })
    it('runs in that zone', () => {
      const hours =
        new Date(2026, 6, 1, 12).getUTCHours() + new Date(2026, 6, 1, 12).getUTCMinutes() / 60
      const expected = {
        UTC: 12,
        'America/New_York': 16,
        'Asia/Kolkata': 6.5,
        'Australia/Lord_Howe': 1.5,
      }
      expect(hours).toBe(Reflect.get(expected, zone))
    })
    define()
  })
}
