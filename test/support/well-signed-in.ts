import { fromUtcText } from '../../src/core/time/minute.ts'

/** How actors of tests have signed in that are not about signing in: with two factors, and just now whenever that is. */
export const WELL_SIGNED_IN = {
  strength: 'strong',
  authenticatedAt: fromUtcText('2100-01-01T00:00Z'),
} as const
