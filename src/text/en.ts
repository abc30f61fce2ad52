import { nb } from './nb.ts'
import type { Shape } from './shape.ts'

/** Every sentence in English, by topic, in the shape of bokmål. */
export const en = {
  ...nb,
  language: 'en' as const,
} satisfies Shape<typeof nb>
