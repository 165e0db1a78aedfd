import type { Sums } from './usage-sums.ts'

/** The tree of one period as the wire has it (contract §3): `null`, `[]` and `{}` where it is empty. */
export function usageTree(sums: Sums) {
  const places = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  const countries = places.filter(([place]) => place !== 'home' && place !== 'national')
  const all = places.map(([, volume]) => volume)
  const home = sums.get('home')
  const national = sums.get('national')
  return {
    commands: all.some(hasCommands)
      ? {
          ...commandsOf(sum(all)),
          home: home && hasCommands(home) ? commandsOf(home) : null,
          national_roaming: national && hasCommands(national) ? commandsOf(national) : null,
          international_roaming: countries
            .filter(([, volume]) => hasCommands(volume))
            .map(([country, volume]) => ({
              iso_country: country,
              ...commandsOf(volume),
            })),
        }
      : {},
    data: {
      ...dataOf(sum(all)),
      home: home && hasData(home) ? dataOf(home) : null,
      national_roaming: national && hasData(national) ? dataOf(national) : null,
      international_roaming: countries
        .filter(([, volume]) => hasData(volume))
        .map(([country, volume]) => ({
          iso_country: country,
          ...dataOf(volume),
        })),
    },
  }
}

interface Totals {
  upload: number
  download: number
  toSim: number
  fromSim: number
}

function sum(volumes: readonly Totals[]): Totals {
  return volumes.reduce(
    (total, { upload, download, toSim, fromSim }) => ({
      upload: total.upload + upload,
      download: total.download + download,
      toSim: total.toSim + toSim,
      fromSim: total.fromSim + fromSim,
    }),
    { upload: 0, download: 0, toSim: 0, fromSim: 0 },
  )
}

function hasData({ upload, download }: Totals): boolean {
  return upload + download > 0
}

function hasCommands({ toSim, fromSim }: Totals): boolean {
  return toSim + fromSim > 0
}

function dataOf({ upload, download }: Totals) {
  return { total: upload + download, upload, download, units: 'bytes' }
}

function commandsOf({ toSim, fromSim }: Totals) {
  return { total: toSim + fromSim, to_sim: toSim, from_sim: fromSim }
}
