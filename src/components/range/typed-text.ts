/** What is typed for a range, wherever the focus is by then, and whether it was entered. */
export interface TypedText {
  readonly text: string
  readonly entered: boolean
}

export const NOTHING_TYPED: TypedText = { text: '', entered: false }

/** A key as it was pressed on the button, while the field that it is meant for is still on its way. */
interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What a key makes of what was typed; undefined where it types nothing, such as the space that opens. */
export function typeKey({ text }: TypedText, pressed: PressedKey): TypedText | undefined {
  const { key } = pressed
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined
  if ([...key].length === 1 && (key !== ' ' || text !== '')) {
    return { text: text + key, entered: false }
  }
  if (text === '') return undefined
  if (key === 'Backspace') return { text: [...text].slice(0, -1).join(''), entered: false }
  return key === 'Enter' ? { text, entered: true } : undefined
}
