import '@mantine/core/styles/Menu.layer.css'
import { Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import { useOpenedOnceThere } from '#components/use-first-use.ts'
import { ExportButton } from './export-button.tsx'

/** One way to take something away. */
export interface ExportWay {
  readonly label: string
  /** @returns what has been done, in a sentence */
  run(): Promise<string>
}

/** The ways to take something away, as a menu that opens once it is there. */
export function ExportWays({
  title,
  ways,
  position,
}: {
  title: string
  ways: readonly ExportWay[]
  position: 'bottom-start' | 'bottom-end'
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useOpenedOnceThere(() => button.current?.focus())
  const [outcome, setOutcome] = useState('')
  const take = ({ run }: ExportWay) => {
    run().then(setOutcome, () => setOutcome('That did not work in this browser.'))
  }
  return (
    <div>
      <Menu
        opened={opened}
        onChange={setOpened}
        position={position}
        shadow="md"
        withInitialFocusPlaceholder={false}
        onOpen={() => setOutcome('')}
      >
        <Menu.Target>
          <ExportButton ref={button} title={title} />
        </Menu.Target>
        <Menu.Dropdown>
          {ways.map((way) => (
            <Menu.Item key={way.label} onClick={() => take(way)}>
              {way.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <small role="status">{outcome}</small>
    </div>
  )
}
