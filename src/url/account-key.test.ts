import { expect, it } from 'vitest'
import { chooseAccounts, lastingAccountWord, namesAccounts, withAccounts } from './account-key.ts'

it('chooses the accounts that an address names, of those that its reader may see', () => {
  const known = ['main', 'north', 'south']
  expect(chooseAccounts(known, '')).toEqual(['main'])
  expect(chooseAccounts(known, 'all')).toEqual(known)
  expect(chooseAccounts(known, 'south')).toEqual(['south'])
  expect(chooseAccounts(known, 'south,main')).toEqual(['main', 'south'])
  expect(chooseAccounts(known, 'south,east')).toEqual([])
  expect(chooseAccounts([], '')).toEqual([])
})

it('names accounts wherever another reader may see others', () => {
  expect(namesAccounts(['main'], false)).toBe(false)
  expect(namesAccounts(['main'], true)).toBe(true)
  expect(namesAccounts(['main', 'north'], false)).toBe(true)
})

it('names those that “all” are to the maker, unless all are to everybody', () => {
  expect(lastingAccountWord(['main', 'north'], 'all', true)).toBe('main,north')
  expect(lastingAccountWord(['main', 'north'], 'all', false)).toBe('all')
  expect(lastingAccountWord(['main'], '', true)).toBe('main')
})

it('leaves an address as it is that names its accounts, or of which nobody knows them', () => {
  expect(withAccounts('account=north&by=day', ['main'], true)).toBe('account=north&by=day')
  expect(withAccounts('by=day', [], true)).toBe('by=day')
  expect(withAccounts('account=all', ['main', 'north'], false)).toBe('account=all')
})
