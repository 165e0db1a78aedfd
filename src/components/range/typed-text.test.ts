import { expect, it } from 'vitest'
import { NOTHING_TYPED, type TypedText, typeKey } from './typed-text.ts'

const NO_MODIFIER = { ctrlKey: false, metaKey: false, altKey: false }

function press(typed: TypedText, ...keys: readonly string[]): TypedText {
  return keys.reduce((now, key) => typeKey(now, { ...NO_MODIFIER, key }) ?? now, typed)
}

it('keeps what is typed, and what is taken back', () => {
  const typed = press(NOTHING_TYPED, 'o', 'c', 't', ' ', '2', 'Shift', '0', '😀', 'Backspace')
  expect(typed).toEqual({ text: 'oct 20', entered: false })
  expect(press(typed, 'Enter')).toEqual({ text: 'oct 20', entered: true })
  expect(press(typed, 'Enter', '2')).toEqual({ text: 'oct 202', entered: false })
})

it('leaves to the button what opens it, and to the browser what it is for', () => {
  for (const key of [' ', 'Enter', 'Backspace', 'Tab', 'ArrowRight', 'Escape', 'F5']) {
    expect([key, typeKey(NOTHING_TYPED, { ...NO_MODIFIER, key })]).toEqual([key, undefined])
  }
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
    expect(typeKey(NOTHING_TYPED, { ...NO_MODIFIER, [modifier]: true, key: 'k' })).toBeUndefined()
  }
})
