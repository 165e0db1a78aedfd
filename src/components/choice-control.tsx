import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import classes from './choice-control.module.css'

/** One of a few, side by side, with a name before them. */
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
      <SegmentedControl<T>
        aria-labelledby={id}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        value={value}
        onChange={onChange}
        data={choices.map((choice) => ({ ...choice }))}
        withItemsBorders={false}
        classNames={{ root: classes.choices ?? '', control: classes.choice ?? '' }}
      />
      {hint && (
        <span className={classes.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
