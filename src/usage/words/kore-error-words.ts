/** What an error of KORE's means to whoever looks at the page, and what can be done. */
interface KoreErrorWords {
  readonly title: string
  readonly detail: string
}

const QUESTION_REFUSED = 'KORE does not accept this question'
const RANGE_REFUSED = 'KORE does not answer for this range'
const OVERLOADED = {
  title: 'KORE is overloaded',
  detail: 'Usage itself is not affected. Try again in a few minutes.',
}
const SIM_NOT_FOUND = {
  title: 'There is no such SIM',
  detail: 'KORE does not know this SIM in this account. Check its SID, or choose another account.',
}

/** By the codes of KORE's errors (contract §5). */
const WORDS: Readonly<Record<number, KoreErrorWords>> = {
  83600: {
    title: QUESTION_REFUSED,
    detail: 'One of its filters, or two of them together, cannot be asked for. Change the filters.',
  },
  83601: {
    title: RANGE_REFUSED,
    detail: 'Days begin and end at midnight UTC. Choose a range of whole days, or show hours.',
  },
  83602: {
    title: RANGE_REFUSED,
    detail: 'It must begin and end on a full hour of UTC. Choose another range.',
  },
  83603: {
    title: RANGE_REFUSED,
    detail: 'By SIM it answers for 31 days at most. Choose a shorter range, or another grouping.',
  },
  83604: {
    title: RANGE_REFUSED,
    detail:
      'It is too long for hours or days. Choose a shorter range, or show it by larger periods.',
  },
  83605: {
    title: RANGE_REFUSED,
    detail:
      'KORE keeps usage for 18 months, and the range begins before. Choose a later beginning.',
  },
  33101: {
    title: QUESTION_REFUSED,
    detail: 'A value of it is not one that KORE knows. Change the range or the filters.',
  },
  33102: {
    title: QUESTION_REFUSED,
    detail: 'A value is missing from it. Change the range or the filters, then try again.',
  },
  33103: {
    title: 'The list has moved on',
    detail: 'KORE no longer knows the page that was to follow. Try again: it is read anew.',
  },
  33107: SIM_NOT_FOUND,
  33201: {
    title: 'KORE did not accept the credentials',
    detail: 'Whoever runs this dashboard can set them right.',
  },
  33004: OVERLOADED,
  83005: SIM_NOT_FOUND,
  83006: {
    title: 'There is no such fleet',
    detail: 'KORE does not know this fleet in this account. Choose another fleet or account.',
  },
  20003: {
    title: 'KORE did not accept the credentials',
    detail: 'Whoever runs this dashboard can set them right.',
  },
  20404: {
    title: 'Not found',
    detail: 'KORE knows nothing at this address in this account. Check the SID.',
  },
  20429: {
    title: 'Too many requests at once',
    detail: 'Nothing was lost. Try again in a while.',
  },
}

/**
 * What the code of an error says to people.
 *
 * @returns undefined for a code that KORE does not list
 */
export function describeKoreCode(code: number | undefined): KoreErrorWords | undefined {
  return code === undefined ? undefined : WORDS[code]
}
