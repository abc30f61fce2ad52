import { build } from '../text/nn/building.ts'
import { number } from '../text/nn/format.ts'
import { distances } from '../text/nn/weights.ts'
import type { BuildText } from '../text/text.ts'

export const text: BuildText = { build, distances, number }
