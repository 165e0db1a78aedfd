import type { Interval } from '#usage/time/interval.ts'

const SIMS = 10_000
const PAGE_SIZE = 1_000
const DAY = 86_400_000

/** A month of ten thousand SIMs, as Super SIM sends it: 310 pages of 1,000 records each. */
export function recordPages({ start, end }: Interval): string[] {
  const pages: string[] = []
  for (let day = end.getTime() - DAY; day >= start.getTime(); day -= DAY) {
    for (let first = 0; first < SIMS; first += PAGE_SIZE) {
      const records = Array.from({ length: PAGE_SIZE }, (_, index) => record(first + index, day))
      pages.push(
        JSON.stringify({
          usage_records: records,
          meta: {
            key: 'usage_records',
            page: pages.length,
            page_size: PAGE_SIZE,
            next_page_url: null,
          },
        }),
      )
    }
  }
  return pages
}

function record(sim: number, day: number) {
  const upload = (sim * 7919 + day / DAY) % 900_000
  const download = (sim * 104_729 + day / DAY) % 9_000_000
  return {
    account_sid: `AC${'0'.repeat(32)}`,
    sim_sid: `HS${sim.toString(16).padStart(32, '0')}`,
    fleet_sid: null,
    network_sid: null,
    iso_country: null,
    period: { start_time: wireMoment(day), end_time: wireMoment(day + DAY) },
    data_upload: upload,
    data_download: download,
    data_total: upload + download,
    data_total_billed: String((upload + download) / 1e8),
    billed_unit: 'USD',
  }
}

function wireMoment(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z')
}
