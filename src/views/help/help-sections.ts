import type { ComponentType } from 'react'
import { AddressSection } from './address-section.tsx'
import { ChargeSection } from './charge-section.tsx'
import { CompareSection } from './compare-section.tsx'
import { ExportsSection } from './exports-section.tsx'
import { FinalSection } from './final-section.tsx'
import { ForecastSection } from './forecast-section.tsx'
import { KeyboardSection } from './keyboard-section.tsx'
import { LinksSection } from './links-section.tsx'
import { PagesSection } from './pages-section.tsx'
import { RangesSection } from './ranges-section.tsx'
import { ReportSection } from './report-section.tsx'
import { SimsSection } from './sims-section.tsx'

/** A part of the help that an address can name, as in `/help#ranges`. */
interface HelpSection {
  readonly id: string
  readonly title: string
  readonly Content: ComponentType
}

/** In the order in which they are read. */
export const HELP_SECTIONS: readonly HelpSection[] = [
  { id: 'ranges', title: 'Choose a range', Content: RangesSection },
  { id: 'final', title: 'How final a number is', Content: FinalSection },
  { id: 'charge', title: 'When the charge is known', Content: ChargeSection },
  { id: 'forecast', title: 'How the forecast is made', Content: ForecastSection },
  { id: 'compare', title: 'Compare with an earlier period', Content: CompareSection },
  { id: 'report', title: 'The report of a month', Content: ReportSection },
  { id: 'sims', title: 'Find a SIM', Content: SimsSection },
  { id: 'pages', title: 'What each page shows', Content: PagesSection },
  { id: 'links', title: 'Saved views and links', Content: LinksSection },
  { id: 'exports', title: 'Take numbers away', Content: ExportsSection },
  { id: 'keyboard', title: 'Keyboard', Content: KeyboardSection },
  { id: 'address', title: 'The address', Content: AddressSection },
]
