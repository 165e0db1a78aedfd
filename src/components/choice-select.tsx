import classes from './choice-select.module.css'

/** One of a few, closed until it is wanted: the browser's own list, which stands in a row of words. */
export function ChoiceSelect<T extends string>({
  label,
  value,
  choices,
  hint,
  className = classes.select,
  onChange,
}: {
  label: string
  value: T
  choices: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]
  /** Why a choice is disabled. */
  hint?: string | undefined
  /** Where it stands in no row of words. */
  className?: string | undefined
  onChange: (value: T) => void
}) {
  return (
    <select
      className={className}
      aria-label={label}
      title={hint}
      value={value}
      data-screen-only
      onChange={({ target }) => {
        const chosen = choices.find((choice) => choice.value === target.value)
        if (chosen) onChange(chosen.value)
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
