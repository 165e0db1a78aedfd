import { useId } from 'react'
import classes from './choice-control.module.css'

/**
 * One of a few, side by side, with a name before them: the browser's own radio buttons in other clothes, as
 * a control that measures where its mark has to stand makes the whole page be laid out for it.
 */
export function ChoiceControl<T extends string>({
  label,
  value,
  choices,
  onChange,
  hint,
}: {
  label: string
  value: T
  choices: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]
  onChange: (value: T) => void
  /** Why a choice is disabled. */
  hint?: string | undefined
}) {
  const id = useId()
  return (
    <div className={classes.control} data-screen-only>
      <span className={classes.label} id={id}>
        {label}
      </span>
      <div
        role="radiogroup"
        aria-labelledby={id}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        className={classes.choices}
      >
        {choices.map((choice) => (
          <label key={choice.value} className={classes.choice}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <span className={classes.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
