import '@mantine/dates/styles.layer.css'
import '../page/sheet.css'
import { Button, Drawer, Popover, Text } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCheck } from '@tabler/icons-react'
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useDeferredValue,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { calendarDayOf, lastDayOf } from '#usage/time/calendar.ts'
import { PRESETS } from '#usage/time/range-presets.ts'
import type { TimeRange } from '#usage/time/time-range.ts'
import { parseTypedRange } from '#usage/time/typed-range.ts'
import { formatRange } from '#usage/words/range-names.ts'
import { useSmallScreen } from '../use-small-screen.ts'
import { HoursInput } from './hours-input.tsx'
import { RangeButton, type RangeControlProps } from './range-button.tsx'
import classes from './range-control.module.css'
import { RangeInput } from './range-input.tsx'
import type { TypedText } from './typed-text.ts'

interface RangePopoverProps {
  /** The same object as long as nothing in it changes. */
  readonly asked: RangeControlProps
  readonly opened: boolean
  readonly typed: TypedText
  readonly onOpened: (opened: boolean) => void
  readonly onType: (typed: TypedText) => void
  /** On the button. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The ways to choose a range: by name, in words, in a calendar, by the hour. All days are of UTC. */
export function RangePopover({
  asked,
  opened: wanted,
  typed,
  onOpened,
  onType,
  onKeyDown,
}: RangePopoverProps) {
  const { range, interval, undated = false, onChange } = asked
  const isSmall = useSmallScreen()
  const button = useRef<HTMLButtonElement>(null)
  const opened = useOpenedWith(button) && wanted
  const choose = (chosen: TimeRange) => {
    onOpened(false)
    onChange(chosen)
  }
  // Entered in the field, or before it was there.
  useLayoutEffect(() => {
    const entered = typed.entered ? parseTypedRange(typed.text) : undefined
    if (entered?.kind === 'range') choose(entered.range)
  })
  // Whoever has chosen looks at the page, which comes first.
  const shown = useDeferredValue(asked)
  const target = (
    <RangeButton
      ref={button}
      {...{ range, interval, undated }}
      onClick={() => onOpened(!wanted)}
      onKeyDown={onKeyDown}
    />
  )
  const ways = (
    <>
      <RangeInput typed={typed} onType={onType} onChoose={choose} />
      <Ways shown={shown} onOpened={onOpened} />
    </>
  )
  if (isSmall) {
    return (
      <>
        {target}
        <Drawer
          opened={opened}
          onClose={() => onOpened(false)}
          position="bottom"
          size="auto"
          title="Range"
          closeButtonProps={{ 'aria-label': 'Close' }}
        >
          <div className={classes.sheet}>{ways}</div>
        </Drawer>
      </>
    )
  }
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      position="bottom-start"
      shadow="md"
      // In a low window its end is reached by scrolling, which takes the button out of sight.
      hideDetached={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Choose a range">
        {ways}
      </Popover.Dropdown>
    </Popover>
  )
}

/**
 * Whether it may open: not before the button has the focus, to which it goes back later. No key is pressed
 * between the button that stood here before and this one.
 */
function useOpenedWith(button: RefObject<HTMLButtonElement | null>) {
  const [there, setThere] = useState(false)
  useLayoutEffect(() => {
    button.current?.focus()
    setThere(true)
  }, [button])
  return there
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
