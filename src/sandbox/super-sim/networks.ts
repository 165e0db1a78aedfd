/** Countries of the made-up fleets and their networks: `[mcc, mnc, name]`. 40 networks in 25 countries. */
export const COUNTRIES: readonly (readonly [
  isoCountry: string,
  dollarsPerGigabyte: number,
  networks: readonly (readonly [mcc: string, mnc: string, name: string])[],
])[] = [
  [
    'US',
    6,
    [
      ['310', '260', 'T-Mobile USA'],
      ['310', '410', 'AT&T'],
      ['311', '480', 'Verizon'],
    ],
  ],
  [
    'CA',
    9,
    [
      ['302', '720', 'Rogers'],
      ['302', '220', 'Telus'],
    ],
  ],
  [
    'MX',
    12,
    [
      ['334', '020', 'Telcel'],
      ['334', '050', 'AT&T Mexico'],
    ],
  ],
  [
    'BR',
    24,
    [
      ['724', '06', 'Vivo'],
      ['724', '02', 'TIM Brasil'],
    ],
  ],
  [
    'GB',
    5,
    [
      ['234', '30', 'EE'],
      ['234', '10', 'O2'],
      ['234', '15', 'Vodafone'],
    ],
  ],
  ['IE', 5, [['272', '01', 'Vodafone Ireland']]],
  [
    'FR',
    5,
    [
      ['208', '01', 'Orange'],
      ['208', '20', 'Bouygues Telecom'],
    ],
  ],
  [
    'DE',
    5,
    [
      ['262', '01', 'Telekom'],
      ['262', '02', 'Vodafone Germany'],
      ['262', '03', 'O2 Germany'],
    ],
  ],
  [
    'ES',
    5,
    [
      ['214', '07', 'Movistar'],
      ['214', '03', 'Orange Spain'],
    ],
  ],
  ['PT', 5, [['268', '06', 'MEO']]],
  [
    'IT',
    5,
    [
      ['222', '01', 'TIM'],
      ['222', '88', 'WindTre'],
    ],
  ],
  ['NL', 5, [['204', '08', 'KPN']]],
  ['BE', 5, [['206', '01', 'Proximus']]],
  ['AT', 5, [['232', '01', 'A1']]],
  ['CH', 11, [['228', '01', 'Swisscom']]],
  [
    'PL',
    4,
    [
      ['260', '02', 'T-Mobile Poland'],
      ['260', '06', 'Play'],
    ],
  ],
  ['CZ', 4, [['230', '01', 'T-Mobile Czechia']]],
  [
    'SE',
    5,
    [
      ['240', '01', 'Telia'],
      ['240', '24', 'Telenor'],
    ],
  ],
  ['NO', 6, [['242', '01', 'Telenor Norway']]],
  ['DK', 5, [['238', '01', 'TDC']]],
  ['JP', 18, [['440', '10', 'NTT Docomo']]],
  ['SG', 14, [['525', '01', 'Singtel']]],
  [
    'AU',
    16,
    [
      ['505', '01', 'Telstra'],
      ['505', '02', 'Optus'],
    ],
  ],
  ['ZA', 22, [['655', '01', 'Vodacom']]],
  ['AE', 30, [['424', '02', 'Etisalat']]],
]
