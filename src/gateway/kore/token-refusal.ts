import { fieldOf } from '../config/field-of.ts'
import type { Answer } from './answer.ts'

/**
 * Whether an answer refuses the token rather than the question: 401, or a 403 whose body is not that of
 * an error of the API (contract §1, §5), which has a code and no `error`.
 */
export function refusesToken({ status, body }: Answer): boolean {
  if (status === 401) return true
  if (status !== 403) return false
  const json = parseJson(body)
  const [error, message] = [fieldOf(json, 'error'), fieldOf(json, 'message')]
  const says = (text: unknown, words: RegExp) => typeof text === 'string' && words.test(text)
  return says(error, /token/i) || (!fieldOf(json, 'code') && says(message, /explicit deny/i))
}

/** What an error body says in words; empty where it says nothing. */
export function messageOf({ body }: Answer): string {
  const json = parseJson(body)
  const words = [fieldOf(json, 'error'), fieldOf(json, 'message')]
  return words.filter((text) => typeof text === 'string' && text !== '').join(': ')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
