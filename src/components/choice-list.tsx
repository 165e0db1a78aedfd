import classes from './choice-list.module.css'
import { ChoiceSelect } from './choice-select.tsx'

/** One of several in one line: the browser's own list, whose name and choice are to be seen while it is closed. */
export function ChoiceList<T extends string>({
  label,
  value,
  fallback,
  choices,
  onChange,
}: {
  label: string
  value: T
  /** The choice that nobody has to be told of. */
  fallback: T
  choices: readonly { readonly value: T; readonly label: string }[]
  onChange: (value: T) => void
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the list in it is a control
    <label className={classes.list} data-chosen={value !== fallback} data-screen-only>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <ChoiceSelect className={classes.select} {...{ label, value, choices, onChange }} />
    </label>
  )
}
