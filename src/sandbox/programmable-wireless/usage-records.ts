import type { SandboxForm } from '../config.ts'
import { wireMoney } from './charges.ts'
import { countryCode } from './operators.ts'
import { type Amounts, NOTHING, type Sums } from './usage-sums.ts'

/** How a record is written. */
export interface RecordForm extends Pick<SandboxForm, 'shape' | 'countryCode' | 'emptyPeriods'> {
  readonly currency: string
}

type Leaf = (amounts: Amounts) => object

/**
 * The tree of one period as the wire has it (contract §3). As KORE describes it, each branch has its
 * charge, each country its code, and a branch without usage is left out; in the older documents there is
 * neither charge nor code, and such a branch is `null`.
 */
export function usageTree(sums: Sums, form: RecordForm): { commands: object; data: object } {
  if (form.emptyPeriods === 'bare' && sums.size === 0) return { commands: {}, data: {} }
  return {
    commands: tree(sums, form, hasCommands, commandsOf(form)),
    data: tree(sums, form, hasData, dataOf(form)),
  }
}

function tree(sums: Sums, form: RecordForm, isUsed: (amounts: Amounts) => boolean, leaf: Leaf) {
  const used = [...sums].filter(([, amounts]) => isUsed(amounts))
  const branches = new Map(used)
  const none = form.shape === 'documents' ? null : undefined
  const branch = (place: string) => {
    const amounts = branches.get(place)
    return amounts ? leaf(amounts) : none
  }
  return {
    ...leaf(sum(used.map(([, amounts]) => amounts))),
    home: branch('home'),
    national_roaming: branch('national'),
    international_roaming: used
      .filter(([place]) => place !== 'home' && place !== 'national')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([place, amounts]) => ({ ...countryOf(place, form), ...leaf(amounts) })),
  }
}

function countryOf(place: string, { shape, countryCode: letters }: RecordForm): object {
  return shape === 'documents' ? {} : { country_code: countryCode(place, letters) }
}

function sum(all: readonly Amounts[]): Amounts {
  return all.reduce(
    (total, amounts) => ({
      upload: total.upload + amounts.upload,
      download: total.download + amounts.download,
      toSim: total.toSim + amounts.toSim,
      fromSim: total.fromSim + amounts.fromSim,
      dataCharge: total.dataCharge + amounts.dataCharge,
      commandCharge: total.commandCharge + amounts.commandCharge,
    }),
    NOTHING,
  )
}

function hasData({ upload, download }: Amounts): boolean {
  return upload + download > 0
}

function hasCommands({ toSim, fromSim }: Amounts): boolean {
  return toSim + fromSim > 0
}

function dataOf(form: RecordForm): Leaf {
  return ({ upload, download, dataCharge }) => ({
    total: upload + download,
    upload,
    download,
    units: 'bytes',
    ...charge(dataCharge, form),
  })
}

function commandsOf(form: RecordForm): Leaf {
  return ({ toSim, fromSim, commandCharge }) => ({
    total: toSim + fromSim,
    to_sim: toSim,
    from_sim: fromSim,
    ...charge(commandCharge, form),
  })
}

function charge(millionths: number, { shape, currency }: RecordForm): object {
  if (shape === 'documents') return {}
  return { billed: wireMoney(millionths), billing_units: currency }
}
