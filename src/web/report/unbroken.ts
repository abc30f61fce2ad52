import { NO_BREAK } from '../../text/format.ts'
import type { Text } from '../../text/text.ts'

/** Words whose figures keep their units: in a sentence at the edge of a phone '60 t' stands on one line. */
export function unbroken<T extends Pick<Text, 'format'>>(text: T): T {
  const { format } = text
  const whole = (figure: string) => figure.replaceAll(' ', NO_BREAK)
  return {
    ...text,
    format: {
      ...format,
      hours: (minutes: number) => whole(format.hours(minutes)),
      percent: (part: number) => whole(format.percent(part)),
    },
  }
}
