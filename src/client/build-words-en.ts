import { build } from '../text/en/building.ts'
import { number } from '../text/en/format.ts'
import { distances } from '../text/en/weights.ts'
import type { BuildText } from '../text/text.ts'

export const text: BuildText = { build, distances, number }
