import { LabelledSelect } from '#components/labelled-select.tsx'
import type { Plans } from '#queries/sims/use-sims.ts'
import { compareNames } from '#usage/words/compare-names.ts'

/** Chooses a rate plan or a fleet, or none. */
export function PlanSelect({
  label,
  plans,
  value,
  onChange,
}: {
  label: string
  plans: Plans
  /** Its SID; empty for none. */
  value: string
  onChange: (sid: string) => void
}) {
  const sorted = [...plans].sort(([, a], [, b]) => compareNames(a.name, b.name))
  return (
    <LabelledSelect
      label={label}
      value={value}
      onChange={onChange}
      choices={[
        { value: '', label: 'All' },
        // One that is not in the list (not loaded, or not known) still shows.
        ...(value === '' || plans.has(value) ? [] : [{ value, label: value }]),
        ...sorted.map(([sid, { name }]) => ({ value: sid, label: name })),
      ]}
    />
  )
}
