import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { exportCsv, exportTabs } from './export-csv.ts'

const FORMULAS = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)', '﹦1', '−1'],
  ...['\t=1', '\r=1', '\n=1', ' =1', '\u00a0 +1', '\u200b=1', '\ufeff@A1', '\u202e-1', '\u2800=1'],
  ...['\u3164=1', '\u0000=1', '"=1', '""=1"', 'a\r\n=1', 'a\u2028=1', '\u00ad\u2060=1'],
].flatMap((text) => [
  text,
  ...[',', ';', '\t'].flatMap((separator) => [
    `van${separator}${text}`,
    `van${separator} ${text}`,
    `van${separator}"${text}"`,
    `"${separator}${text}${separator}`,
  ]),
])

/** What a spreadsheet may see of a cell: nothing that is invisible, and no width. */
const seen = (cell: string) =>
  cell.replace(/^[\s\p{C}\p{Z}\u00ad\u3164\u2800"]+/u, '').normalize('NFKC')

const read = (text: string, delimiter: string) => Papa.parse<string[]>(text, { delimiter }).data

describe('a table as CSV and as text with tabs', () => {
  it('is RFC 4180 with decimal points and ISO times, and empty where nothing is known', () => {
    const table = {
      headings: ['start', 'Country', 'data (bytes)', 'cost (USD)'],
      rows: [
        [new Date('2026-11-15T00:00:00Z'), 'Côte d’Ivoire', 5, 0.1 + 0.2],
        [undefined, 'A, "B"', 0, -2.5],
      ],
    }
    expect(exportCsv(table)).toBe(
      'start,Country,data (bytes),cost (USD)\r\n2026-11-15T00:00:00.000Z,Côte d’Ivoire,5,0.3\r\n,"A, ""B""",0,-2.5',
    )
    expect(exportTabs(table).split('\n')[1]).toBe('2026-11-15T00:00:00.000Z\tCôte d’Ivoire\t5\t0.3')
  })

  it('leaves the digits of an identifier alone', () => {
    for (const iccid of ['8988307000000000001', '8988307000000000000123']) {
      expect(exportCsv({ headings: ['iccid'], rows: [[iccid]] })).toBe(`iccid\r\n${iccid}`)
    }
  })

  it('is never a formula, whatever a spreadsheet splits it at', () => {
    for (const name of [...FORMULAS, ...HOSTILE_STRINGS]) {
      const table = { headings: ['1', name, '3'], rows: [[name, name, name]] }
      for (const text of [exportCsv(table), exportTabs(table)]) {
        for (const delimiter of [',', ';', '\t']) {
          for (const cell of read(text, delimiter).flat()) {
            expect(seen(cell), JSON.stringify([name, delimiter])).not.toMatch(/^[=+\-@−]/)
          }
        }
      }
    }
  })

  it('comes back as it was but for apostrophes before formulas', () => {
    for (const name of [...FORMULAS, ...HOSTILE_STRINGS]) {
      const table = { headings: ['name'], rows: [[name, 7]] }
      const [, row] = read(exportCsv(table), ',')
      expect(row).toHaveLength(2)
      expect(row?.[0]?.replaceAll("'", '')).toBe(name.replaceAll("'", ''))
      expect(row?.[1]).toBe('7')
    }
    for (const name of ['Truck 7; left', 'a-b+c=d', "O'Hara", '50 % @ home', 'Größe, "M"']) {
      const [row] = read(exportCsv({ headings: [name], rows: [] }), ',')
      expect(row).toEqual([name])
    }
  })
})
