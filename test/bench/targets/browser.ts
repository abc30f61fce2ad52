import { jsonLines, runChild } from '../child.ts'
import { type Found, NOT_MEASURED, type Plan, type Row, type Target } from './target.ts'

const DISTRICTS = ['nordoey', 'fjordane', 'storby'] as const
const KEY = 'browser'

/** Wall-clock seconds, since a person waits for them: a machine that does other work makes them longer. */
export const BROWSER: Target = {
  title:
    'T7 in the coordinator’s browser (Chromium, several seeds at once): wall-clock seconds from the press of the button',
  jobs: (plan: Plan) => (plan.isQuick ? [] : [{ key: KEY, run: build }]),
  rows: (_plan, results) => {
    const found = results.get(KEY)
    return DISTRICTS.map((district): Row => {
      const wanted = 'told'
      if (found?.[`${district} stored`] === undefined) return { what: district, wanted, ...NOT_MEASURED }
      const at = (what: string) => found[`${district} ${what}`]
      return {
        what: `${district}, 26 weeks`,
        reached: `first full rota after ${at('firstFull') ?? '–'} s, last improved after ${at('lastImproved') ?? '–'} s, in the draft after ${at('stored')} s`,
        wanted,
        verdict: 'told',
      }
    })
  },
}

function build(): Found {
  const { stdout, stderr } = runChild('test/bench/browser-build.ts', ['normal'], 1200)
  const lines = jsonLines(stdout)
  if (lines.length === 0) return { fault: stderr.slice(0, 200) }
  const told = lines.flatMap(({ district, firstFull, lastImproved, stored }) =>
    Object.entries({ firstFull, lastImproved, stored }).map(
      ([name, value]) => [`${district} ${name}`, typeof value === 'number' ? value : null] as const,
    ),
  )
  return Object.fromEntries(told)
}
