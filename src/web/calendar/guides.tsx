import type { Text } from '../../text/text.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'

export type Program = keyof Text['calendar']['guides']

/** What names of devices give away of the program, in any of the languages. */
const SIGNS: readonly (readonly [RegExp, ...Program[]])[] = [
  [/iphone|ipad|\bios\b/i, 'iphone'],
  [/android|samsung|pixel/i, 'android'],
  [/google|gmail/i, 'google'],
  [/365|outlook\.com|hotmail|live\.no|(?:new|nye|nytt|ny) outlook/i, 'outlookWeb'],
  [/(?:classic|klassisk)e? outlook|outlook \(?(?:classic|klassisk)/i, 'outlook'],
  // Two programs of one name: the one that asks least often first, since its reader has to know.
  [/outlook/i, 'outlookWeb', 'outlook'],
  [/\bmac|imac/i, 'mac'],
  [/thunderbird/i, 'thunderbird'],
]

/** The programs that a device's name may tell of: none, one, or several of the same name. */
export function programsOf(label: string): Program[] {
  const [, ...programs] = SIGNS.find(([sign]) => sign.test(label)) ?? []
  return programs
}

/** Step by step in the program that the device's name tells of. */
export function Guide({ program }: { program: Program }) {
  const { calendar } = useText()
  const guide = calendar.guides[program]
  return (
    <section class="guide">
      <Heading>{calendar.made.howIn(guide.name)}</Heading>
      <Steps guide={guide} />
    </section>
  )
}

/** The same for all other programs, one open at a time; `known` have been told already. */
export function OtherGuides({ known }: { known: readonly Program[] }) {
  const { calendar } = useText()
  const others = Object.entries(calendar.guides).filter(([program]) => !known.some((own) => own === program))
  return (
    <section>
      <Heading>{known.length > 0 ? calendar.made.howOthers : calendar.made.how}</Heading>
      <p class="hint">{calendar.made.howLead}</p>
      {others.map(([, guide]) => (
        <details class="guide" name="guide">
          <summary>{guide.name}</summary>
          <Steps guide={guide} />
        </details>
      ))}
    </section>
  )
}

function Steps({ guide }: { guide: Text['calendar']['guides'][Program] }) {
  return (
    <>
      <ol>
        {guide.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="hint">{guide.asks}</p>
    </>
  )
}
