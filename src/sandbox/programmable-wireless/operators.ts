import type { SandboxForm } from '../config.ts'
import type { Place } from './slices.ts'

/** An operator as data sessions name it, and a city that it is in. */
export interface Operator {
  readonly name: string
  /** ISO 3166 alpha-3. */
  readonly country: string
  readonly mcc: string
  readonly mnc: string
  readonly lat: number
  readonly lon: number
}

/** The operator of each place that a SIM can be in. */
const OPERATORS: Readonly<Record<Place, Operator>> = {
  home: operator('T-Mobile USA', 'USA', '310', '260', 39.74, -104.99),
  national: operator('AT&T Wireless', 'USA', '310', '410', 35.2, -101.83),
  CA: operator('Rogers', 'CAN', '302', '720', 43.7, -79.42),
  MX: operator('Telcel', 'MEX', '334', '020', 25.67, -100.31),
  GB: operator('EE', 'GBR', '234', '30', 52.48, -1.9),
  FR: operator('Orange', 'FRA', '208', '01', 45.76, 4.84),
  DE: operator('Telekom', 'DEU', '262', '01', 50.11, 8.68),
  ES: operator('Movistar', 'ESP', '214', '07', 40.42, -3.7),
  IT: operator('TIM', 'ITA', '222', '01', 45.46, 9.19),
  NL: operator('KPN', 'NLD', '204', '08', 52.09, 5.12),
  AT: operator('A1', 'AUT', '232', '01', 48.21, 16.37),
  CH: operator('Swisscom', 'CHE', '228', '01', 47.38, 8.54),
  PT: operator('MEO', 'PRT', '268', '06', 38.72, -9.14),
  BE: operator('Proximus', 'BEL', '206', '01', 50.85, 4.35),
  PL: operator('Orange', 'POL', '260', '03', 52.23, 21.01),
  CZ: operator('O2', 'CZE', '230', '02', 50.09, 14.42),
  HR: operator('HT', 'HRV', '219', '01', 45.81, 15.98),
  GR: operator('Cosmote', 'GRC', '202', '01', 37.98, 23.73),
}

/** @throws Error for a place that SIMs do not come to */
export function operatorOf(place: Place): Operator {
  const found = OPERATORS[place]
  if (!found) throw new Error(`operatorOf: nobody serves ${place}`)
  return found
}

/** The code of a country abroad, in two letters or in three. */
export function countryCode(country: Place, letters: SandboxForm['countryCode']): string {
  return letters === 'alpha-3' ? operatorOf(country).country : country
}

function operator(
  name: string,
  country: string,
  mcc: string,
  mnc: string,
  lat: number,
  lon: number,
): Operator {
  return { name, country, mcc, mnc, lat, lon }
}
