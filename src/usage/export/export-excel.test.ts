import { describe, expect, it } from 'vitest'
import { HOSTILE_STRINGS } from '#testing/hostile-strings.ts'
import { readWorkbook } from '#testing/read-workbook.ts'
import { exportExcel } from './export-excel.ts'
import type { ExportedTable } from './exported-table.ts'

const reread = async (table: ExportedTable) =>
  readWorkbook(new Uint8Array(await (await exportExcel(table)).arrayBuffer()))

describe('an Excel workbook', () => {
  it('holds identifiers whole as text, umlauts, amounts as numbers and times as dates', async () => {
    const { rows, formulas } = await reread({
      headings: ['start', 'Gerät', 'iccid', 'total (bytes)', 'cost (USD)'],
      rows: [
        [
          new Date('2026-11-15T23:00:00.000Z'),
          'Müllwagen 7, Köln',
          '8988307000000000000123',
          12_345_678_901,
          0.1 + 0.2,
        ],
        [new Date('2026-10-25T01:30:00.000Z'), '00042', '', 0, -2.5],
      ],
    })
    expect(rows).toEqual([
      ['start', 'Gerät', 'iccid', 'total (bytes)', 'cost (USD)'],
      [
        new Date('2026-11-15T23:00:00.000Z'),
        'Müllwagen 7, Köln',
        '8988307000000000000123',
        12_345_678_901,
        0.3,
      ],
      [new Date('2026-10-25T01:30:00.000Z'), '00042', undefined, 0, -2.5],
    ])
    expect(formulas).toBe(0)
  })

  it('leaves empty what is not known, and is no zero there', async () => {
    const { rows } = await reread({
      headings: ['state', 'total', 'of'],
      rows: [['unknown', undefined, 'x']],
    })
    expect(rows[1]).toEqual(['unknown', undefined, 'x'])
  })

  it('holds no formula, whatever a SIM is called, and every name as it is', async () => {
    const names = [
      ...['=1+1', '+1', '-1', '@SUM(A1)', ' =1', 'a;=1+1', '＝1', 'constructor', '__proto__'],
      ...['toString', ' leading and trailing ', '_x0041_', '_x000D_=1', 'a < b & "c"', 'x\n=1'],
      ...['👩‍👩‍👧‍👦', 'عربي', '1e309', '00042'],
    ]
    const { rows, formulas } = await reread({
      headings: names,
      rows: names.map((name) => [name]),
    })
    expect(rows[0]).toEqual(names)
    expect(rows.slice(1)).toEqual(names.map((name) => [name]))
    expect(formulas).toBe(0)
    const written = HOSTILE_STRINGS.filter((text) => text !== '')
    const hostile = await reread({ headings: ['name'], rows: written.map((one) => [one]) })
    expect(hostile.formulas).toBe(0)
    expect(hostile.rows).toHaveLength(written.length + 1)
    for (const [name] of hostile.rows) expect(typeof name).toBe('string')
  })

  it('has no text that is longer than Excel takes', async () => {
    const { rows } = await reread({ headings: ['name'], rows: [['ä'.repeat(40_000)]] })
    expect(rows[1]?.[0]).toBe('ä'.repeat(32_767))
  })
})
