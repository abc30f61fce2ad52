import './feeds/clock.ts'
import { benchGrowth } from './feeds/growth.ts'
import { benchPublishing } from './feeds/publish.ts'
import { benchRendering } from './feeds/render.ts'
import { benchServing } from './feeds/serve.ts'
import { benchStaleness } from './feeds/stale.ts'
import { benchStorm } from './feeds/storm.ts'

const PARTS = {
  render: benchRendering,
  serve: benchServing,
  publish: benchPublishing,
  growth: benchGrowth,
  storm: benchStorm,
  stale: benchStaleness,
} as const

/** `npm run bench:feeds` measures calendars, all or the parts named (`-- render`); `--smoke` does a little of each. */
const words = process.argv.slice(2)
const isSmoke = words.includes('--smoke')
const asked = words.filter((word) => word !== '--smoke')
for (const [name, part] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) await part(isSmoke)
