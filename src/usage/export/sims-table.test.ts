import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { readWorkbook } from '#testing/read-workbook.ts'
import { NO_FLOW } from '../question/usage-record.ts'
import { exportCsv } from './export-csv.ts'
import { exportExcel } from './export-excel.ts'
import { exportTableJson } from './export-json.ts'
import { simsTable } from './sims-table.ts'

const SIM = {
  sid: 'HS1',
  iccid: '89883070000000000001',
  product: 'super-sim',
  account: 'main',
  status: 'active',
  plan: 'trucks',
}

const RANGE = {
  start: new Date('2026-11-01T00:00:00.000Z'),
  end: new Date('2026-11-16T00:00:00.000Z'),
  finalProducts: ['super-sim'],
  chargedProducts: ['super-sim'],
} as const

const exportSims = (...asked: Parameters<typeof simsTable>) => exportCsv(simsTable(...asked))

it('keeps every digit, tells what is not known from zero, and holds no formula', () => {
  const text = exportSims(
    [
      {
        ...SIM,
        name: '=1+1',
        usage: {
          data: { total: 12_345_678_901, download: 12_345_678_900, upload: 1 },
          commands: 0,
          cost: new Map([['USD', 0.1 + 0.2]]),
          unchargedBytes: 7,
          unchargedCommands: 0,
        },
        nearest: { limit: { part: 'home', bytes: 10 }, used: 5 },
      },
      {
        ...SIM,
        name: 'silent',
        usage: {
          data: NO_FLOW,
          commands: 0,
          cost: new Map(),
          unchargedBytes: 0,
          unchargedCommands: 0,
        },
        nearest: undefined,
      },
      { ...SIM, name: 'unknown', usage: undefined, nearest: undefined },
    ],
    RANGE,
  )
  const rows = Papa.parse<Record<string, string>>(text, { header: true }).data
  expect(rows[0]).toMatchObject({
    name: "'=1+1",
    iccid: '89883070000000000001',
    start: '2026-11-01T00:00:00.000Z',
    state: 'final',
    'usage (bytes)': '12345678901',
    'cost (USD)': '0.3',
    'not charged yet (bytes)': '7',
    'limit (bytes)': '10',
  })
  expect(rows[1]).toMatchObject({ 'usage (bytes)': '0', 'cost (USD)': '0', 'limit (bytes)': '' })
  expect(rows[2]).toMatchObject({ 'usage (bytes)': '', 'cost (USD)': '' })
})

it('tells the state of each SIM by the delay of its own product', () => {
  const sim = (product: string) => ({
    ...SIM,
    product,
    name: product,
    usage: { data: NO_FLOW, commands: 0, cost: new Map(), unchargedBytes: 0, unchargedCommands: 0 },
    nearest: undefined,
  })
  const unread = { ...sim('super-sim'), usage: undefined }
  const text = exportSims([sim('super-sim'), sim('programmable-wireless'), unread], RANGE)
  const rows = Papa.parse<Record<string, string>>(text, { header: true }).data
  expect(rows.map(({ state, charge }) => [state, charge])).toEqual([
    ['final', 'charged'],
    ['provisional', 'notCharged'],
    ['unknown', ''],
  ])
})

it('tells no cost of what is not charged, and none in a currency that may yet come', () => {
  const usage = (unchargedBytes: number, cost: readonly (readonly [string, number])[]) => ({
    data: { total: 9, download: 9, upload: 0 },
    commands: 0,
    cost: new Map(cost),
    unchargedBytes,
    unchargedCommands: 0,
  })
  const text = exportSims(
    [
      { ...SIM, name: 'uncharged', usage: usage(9, []), nearest: undefined },
      { ...SIM, name: 'part', usage: usage(4, [['EUR', 2]]), nearest: undefined },
      { ...SIM, name: 'charged', usage: usage(0, [['USD', 3]]), nearest: undefined },
    ],
    RANGE,
  )
  const rows = Papa.parse<Record<string, string>>(text, { header: true }).data
  expect(rows.map((row) => [row.charge, row['cost (EUR)'], row['cost (USD)']])).toEqual([
    ['notCharged', '', ''],
    ['partlyCharged', '2', ''],
    ['charged', '0', '3'],
  ])
})

it('holds its columns in the order that whoever reads it by position relies on', () => {
  const usage = {
    data: { total: 3, download: 2, upload: 1 },
    commands: 0,
    cost: new Map([
      ['USD', 0.5],
      ['EUR', 0.25],
    ]),
    unchargedBytes: 9,
    unchargedCommands: 0,
  }
  const text = exportSims(
    [{ ...SIM, name: 'van', usage, nearest: { limit: { part: 'home', bytes: 10 }, used: 5 } }],
    RANGE,
  )
  expect(text.split('\r\n')).toEqual([
    'name,sid,iccid,product,account,status,plan,start,end,state,usage (bytes),download (bytes),upload (bytes),cost (EUR),cost (USD),charge,not charged yet (bytes),usage this month (bytes),limit (bytes),limit of',
    'van,HS1,89883070000000000001,super-sim,main,active,trucks,2026-11-01T00:00:00.000Z,2026-11-16T00:00:00.000Z,final,3,2,1,0.25,0.5,partlyCharged,9,5,10,home',
  ])
})

it('is the same as a workbook and as JSON, with every digit and nothing for what was not read', async () => {
  const usage = {
    data: { total: 3, download: 2, upload: 1 },
    commands: 0,
    cost: new Map([['USD', 0.5]]),
    unchargedBytes: 0,
    unchargedCommands: 0,
  }
  const table = simsTable(
    [
      { ...SIM, name: 'Kühlwagen', usage, nearest: undefined },
      { ...SIM, name: '=1+1', usage: undefined, nearest: undefined },
    ],
    RANGE,
  )
  const content = await exportExcel(table)
  const [head, ...rows] = readWorkbook(new Uint8Array(await content.arrayBuffer())).rows
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Kühlwagen', 'HS1', '89883070000000000001'],
    ['=1+1', 'HS1', '89883070000000000001'],
  ])
  expect(rows.map((row) => row.slice(7, 11))).toEqual([
    [new Date('2026-11-01'), new Date('2026-11-16'), 'final', 3],
    [new Date('2026-11-01'), new Date('2026-11-16'), 'unknown'],
  ])
  const json = JSON.parse(exportTableJson(table, { asOf: RANGE.end }))
  expect(json.asOf).toBe('2026-11-16T00:00:00.000Z')
  expect(Object.keys(json.rows[0])).toEqual(head)
  expect(json.rows).toMatchObject([
    {
      iccid: '89883070000000000001',
      start: '2026-11-01T00:00:00.000Z',
      state: 'final',
      'usage (bytes)': 3,
      'cost (USD)': 0.5,
    },
    { name: '=1+1', state: 'unknown', 'usage (bytes)': null, 'cost (USD)': null },
  ])
})
