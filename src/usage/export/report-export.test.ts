import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { exportCsv } from './export-csv.ts'
import { exportExcelSheets } from './export-excel.ts'
import { exportTablesJson } from './export-json.ts'
import { longTable, type NamedTable } from './exported-table.ts'

const TABLES: readonly NamedTable[] = [
  {
    title: 'Super SIM: by country',
    table: {
      headings: ['Country', 'data (bytes)', 'cost (USD)'],
      rows: [
        ['Germany', 1_500, 0.1 + 0.2],
        ['=cmd', 7, undefined],
      ],
    },
  },
  {
    title: 'Super SIM: by network, and a name that no sheet can have in full',
    table: { headings: ['Network', 'state'], rows: [['Telekom', 'final']] },
  },
  {
    title: 'super sim: by network, and a name [of the same beginning]',
    table: { headings: ['Network'], rows: [] },
  },
]

it('takes several tables away as one, a row for each amount, exact to the millionth', () => {
  expect(exportCsv(longTable(TABLES)).split('\r\n')).toEqual([
    'table,row,column,value',
    'Super SIM: by country,Germany,data (bytes),1500',
    'Super SIM: by country,Germany,cost (USD),0.3',
    "Super SIM: by country,'=cmd,data (bytes),7",
    '"Super SIM: by network, and a name that no sheet can have in full",Telekom,state,final',
  ])
})

it('takes them away as JSON, table by table; what is not known is null', () => {
  expect(JSON.parse(exportTablesJson(TABLES.slice(0, 1), { month: '2026-10' }))).toEqual({
    month: '2026-10',
    tables: [
      {
        title: 'Super SIM: by country',
        rows: [
          { Country: 'Germany', 'data (bytes)': 1500, 'cost (USD)': 0.3 },
          { Country: '=cmd', 'data (bytes)': 7, 'cost (USD)': null },
        ],
      },
    ],
  })
})

it('makes a workbook of them, whose sheets have names that Excel takes', async () => {
  const content = new Uint8Array(await (await exportExcelSheets(TABLES)).arrayBuffer())
  const files = unzipSync(content)
  const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())
  expect([...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Super SIM  by country',
    'Super SIM  by network, and a na',
    'super sim  by network, and a  2',
  ])
  expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(
    3,
  )
})
