import classes from './choice-list.module.css'

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
    <label className={classes.list} data-chosen={value !== fallback} data-screen-only>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <select
        className={classes.select}
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((one) => one.value === event.currentTarget.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}
