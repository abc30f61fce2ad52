import { build } from '../text/nb/building.ts'
import { number } from '../text/nb/format.ts'
import { distances } from '../text/nb/weights.ts'
import type { BuildText } from '../text/text.ts'

export const text: BuildText = { build, distances, number }
