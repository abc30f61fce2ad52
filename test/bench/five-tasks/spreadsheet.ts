/** One thing done in the spreadsheet: how often, and what it costs each time. */
interface Step {
  readonly what: string
  readonly times: number
  readonly keys?: number
  readonly clicks?: number
}

export interface SheetTask {
  readonly steps: readonly Step[]
  readonly presses: number
}

export interface SheetAssumptions {
  readonly duties: number
  /** Doctors with at least one duty in the month. */
  readonly doctors: number
}

/** Candidates that are looked up before one is found who can: in favour of the spreadsheet, the second always fits. */
const LOOKED_UP = 2

/** Ctrl+F, two letters, Enter; Enter again for the duty after; Escape. */
const NEIGHBOURS = { what: 'find a doctor’s duties before and after', keys: 7 }
/** Ctrl+PageDown to the sheet of absences and exemptions, Ctrl+PageUp back; it fits on one screen, so nothing is searched. */
const ABSENCES = { what: 'look in the sheet of absences and exemptions, and back', keys: 4 }
/** Two initials and Enter. */
const INITIALS = { what: 'type initials', keys: 3 }

/**
 * The five tasks in a spreadsheet with dates down and a column for each line, with Excel's own keys. All that can fairly be
 * given is given to it: the sheet of the month stands there with its dates, sums of hours make themselves, the sheet of
 * absences is up to date and fits on one screen, nobody mistypes, a conflict that is to be fixed is already known, the
 * recipients are one list, the print area is set, and reading with the eyes alone costs nothing.
 */
export function spreadsheet({ duties, doctors }: SheetAssumptions): Readonly<Record<SheetName, SheetTask>> {
  return {
    month: taskOf([
      { what: 'go to the first cell', times: 1, clicks: 1 },
      { ...INITIALS, times: duties },
      { what: 'check rest: find each doctor (Ctrl+F, two letters), close (Escape)', times: doctors, keys: 5 },
      {
        what: 'check rest: go to that doctor’s next duty (Enter), sums of weeks read on the way',
        times: duties,
        keys: 1,
      },
      { ...ABSENCES, what: `check each doctor: ${ABSENCES.what}`, times: doctors },
      { what: 'save (Ctrl+S)', times: 1, keys: 2 },
    ]),
    fix: taskOf([
      { ...NEIGHBOURS, times: 3 * LOOKED_UP },
      { ...ABSENCES, times: 3 * LOOKED_UP },
      { what: 'go to the duty', times: 3, clicks: 1 },
      { ...INITIALS, times: 3 },
      { what: 'save (Ctrl+S)', times: 1, keys: 2 },
    ]),
    publish: taskOf([
      { what: 'make a PDF: File, Export, Create, Publish', times: 1, clicks: 4 },
      { what: 'new mail with it attached: new, attach, the newest file', times: 1, clicks: 3 },
      { what: 'to the list of doctors: three letters and Enter', times: 1, keys: 4 },
      { what: 'subject «Vaktliste april», to its field by Tab; no text', times: 1, keys: 17 },
      { what: 'send', times: 1, clicks: 1 },
    ]),
    amend: taskOf([
      { what: 'go to the duty of the one who is ill', times: 1, clicks: 1 },
      { ...NEIGHBOURS, times: LOOKED_UP },
      { ...ABSENCES, times: LOOKED_UP },
      { what: 'back to the duty', times: 1, clicks: 1 },
      { ...INITIALS, times: 1 },
      { what: 'save (Ctrl+S)', times: 1, keys: 2 },
      { what: 'new mail', times: 1, clicks: 1 },
      { what: 'to the two it touches: three letters and Enter', times: 2, keys: 4 },
      { what: 'subject «KN har vakt 14. april» by Tab; no text', times: 1, keys: 23 },
      { what: 'send', times: 1, clicks: 1 },
    ]),
    print: taskOf([
      { what: 'choose the month’s sheet', times: 1, clicks: 1 },
      { what: 'print (Ctrl+P), landscape and one page wide from the last time', times: 1, keys: 2 },
      { what: 'confirm (Enter)', times: 1, keys: 1 },
    ]),
  }
}

export type SheetName = 'month' | 'fix' | 'publish' | 'amend' | 'print'

function taskOf(steps: readonly Step[]): SheetTask {
  const presses = steps.reduce((sum, { times, keys = 0, clicks = 0 }) => sum + times * (keys + clicks), 0)
  return { steps, presses }
}

/** Every step with its cost, as a table in Markdown. */
export function stepTable(tasks: Readonly<Record<SheetName, SheetTask>>): string {
  const rows = Object.entries(tasks).flatMap(([name, { steps }]) =>
    steps.map(({ what, times, keys = 0, clicks = 0 }) => {
      const each = keys + clicks
      return `| ${name} | ${what} | ${times} | ${each} | ${times * each} |`
    }),
  )
  return ['| task | step | times | each | in all |', '|---|---|---|---|---|', ...rows].join('\n')
}
