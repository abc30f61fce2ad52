import { nb } from './nb.ts'
import type { Shape } from './shape.ts'

/** Every sentence in nynorsk, by topic, in the shape of bokmål. */
export const nn = {
  ...nb,
  language: 'nn' as const,
} satisfies Shape<typeof nb>
