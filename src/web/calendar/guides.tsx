import type { Text } from '../../text/text.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'

type Program = keyof Text['calendar']['guides']

/** What names of devices give away of the program, in any of the languages. */
const SIGNS: readonly (readonly [RegExp, Program])[] = [
  [/iphone|ipad|ios/i, 'iphone'],
  [/android|samsung|pixel/i, 'android'],
  [/google|gmail/i, 'google'],
  [/365|outlook\.com|hotmail|live\.no/i, 'outlookWeb'],
  [/outlook/i, 'outlook'],
  [/\bmac/i, 'mac'],
  [/thunderbird/i, 'thunderbird'],
]

/** The program that a device's name tells of. */
export function programOf(label: string): Program | undefined {
  return SIGNS.find(([sign]) => sign.test(label))?.[1]
}

/** Step by step for each program, one open at a time; the one that the device's name tells of is open at once. */
export function Guides({ label }: { label: string }) {
  const { calendar } = useText()
  const known = programOf(label)
  return (
    <section>
      <Heading>{calendar.made.how}</Heading>
      <p class="hint">{calendar.made.howLead}</p>
      {Object.entries(calendar.guides).map(([program, guide]) => (
        <details class="guide" name="guide" open={program === known}>
          <summary>{guide.name}</summary>
          <p class="hint">{guide.asks}</p>
          <ol>
            {guide.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}
