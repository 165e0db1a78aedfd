import '@mantine/dates/styles.layer.css'
import { Button, Popover, Text } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCheck } from '@tabler/icons-react'
import { memo, useDeferredValue, useRef, useState } from 'react'
import { calendarDayOf, lastDayOf } from '#usage/time/calendar.ts'
import { PRESETS, type TimeRange } from '#usage/time/time-range.ts'
import { formatRange } from '#usage/words/range-names.ts'
import { useOpenedOnceThere } from '../use-first-use.ts'
import { HoursInput } from './hours-input.tsx'
import { RangeButton, type RangeControlProps } from './range-button.tsx'
import classes from './range-control.module.css'
import { RangeInput } from './range-input.tsx'

/** The ways to choose a range: by name, in words, in a calendar, by the hour. All days are of UTC. */
export function RangePopover(props: RangeControlProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useOpenedOnceThere(() => button.current?.focus())
  const { range, interval } = props
  // Whoever has chosen looks at the page, which comes first.
  const shown = useDeferredValue(props)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      // On a small screen its end is reached by scrolling, which takes the button out of sight.
      hideDetached={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <RangeButton
          ref={button}
          range={range}
          interval={interval}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Choose a range">
        <Ways shown={shown} onOpened={setOpened} />
      </Popover.Dropdown>
    </Popover>
  )
}

const Ways = memo(function Ways({
  shown,
  onOpened,
}: {
  shown: RangeControlProps
  onOpened: (opened: boolean) => void
}) {
  const { range, interval, onChange } = shown
  const choose = (chosen: TimeRange) => {
    onOpened(false)
    onChange(chosen)
  }
  return (
    <>
      <RangeInput onChoose={choose} />
      <Presets range={range} onChoose={choose} />
      <Calendar {...shown} onChange={choose} />
      <HoursInput interval={interval} onChoose={choose} />
    </>
  )
})

function Presets({ range, onChoose }: { range: TimeRange; onChoose: (range: TimeRange) => void }) {
  return (
    <ul className={classes.presets}>
      {PRESETS.map((preset) => {
        const name = formatRange(preset)
        const chosen = name === formatRange(range)
        return (
          <li key={name}>
            <Button
              variant={chosen ? 'light' : 'subtle'}
              color={chosen ? 'brand' : 'gray'}
              fullWidth
              justify="space-between"
              className={classes.preset}
              aria-pressed={chosen}
              rightSection={chosen ? <IconCheck size={16} aria-hidden /> : undefined}
              onClick={() => onChoose(preset)}
            >
              {name}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** Two clicks choose the first and the last day; until the second the range stays what it was. */
function Calendar({ interval, oldest, now, onChange }: RangeControlProps) {
  const [days, setDays] = useState<[string | null, string | null]>([
    calendarDayOf(interval.start),
    lastDayOf(interval),
  ])
  return (
    <div className={classes.calendar}>
      <DatePicker
        type="range"
        allowSingleDateInRange
        hideOutsideDates
        classNames={{ day: classes.day ?? '' }}
        value={days}
        defaultDate={days[1] ?? calendarDayOf(now)}
        minDate={calendarDayOf(oldest)}
        maxDate={calendarDayOf(now)}
        onChange={(chosen) => {
          setDays(chosen)
          const [first, last] = chosen
          if (first && last) onChange({ kind: 'days', first, last })
        }}
        ariaLabels={{
          previousMonth: 'Previous month',
          nextMonth: 'Next month',
          monthLevelControl: 'Choose a month',
          yearLevelControl: 'Choose a year',
        }}
      />
      <Text className={classes.hint}>Whole days in UTC; the first and the last both count.</Text>
    </div>
  )
}
