/** What `npm run audit:verify` says. */

export const usage = `Bruk:
  npm run audit:verify -- <fil> [--heads <fil>] [--keep <fil>]

  <fil>      databasen: fila som Node-tjeneren bruker, eller det som «wrangler d1 export» skriver (.sql)
  --heads    endene som ble tatt vare på et annet sted: en e-post fra Legevaktplan, eller en fil fra --keep
  --keep     fila som dagens ender skrives til; ta vare på den utenfor maskinen

  Fra Cloudflare: npx wrangler d1 export legevaktplan --remote --table audit --output audit.sql`

interface Chain {
  readonly chain: string
  readonly rows: number
}

export const whole = ({ chain, rows }: Chain) => `${chain}: ${rows} rader, alle som de ble skrevet`

const FAULTS = {
  changed: (seq: number) => `rad ${seq} er endret etter at den ble skrevet`,
  'missing-before': (seq: number) => `det mangler rader før rad ${seq}`,
  'not-following': (seq: number) => `rad ${seq} følger ikke etter raden foran`,
  cut: (seq: number) => `rad ${seq} og resten er borte: enden som ble tatt vare på, finnes ikke lenger`,
  rewritten: (seq: number) =>
    `rad ${seq} er en annen enn den som ble tatt vare på: loggen er skrevet på nytt`,
} as const

export const broken = ({ chain, rows }: Chain, { kind, seq }: { kind: keyof typeof FAULTS; seq: number }) =>
  `${chain}: ${rows} rader – BRUDD: ${FAULTS[kind](seq)}`

export const allWhole = (chains: number, rows: number) =>
  `Hele loggen er som den ble skrevet: ${chains} kjeder, ${rows} rader.`
export const someBroken = (broken: number, chains: number) => `${broken} av ${chains} kjeder er brutt.`
export const withoutHeads =
  'Uten --heads sier dette ikke om rader er tatt bort fra slutten, eller om noen har skrevet en kjede helt på nytt.'
export const kept = (file: string) => `Endene er skrevet til ${file}.`
export const unreadable = (file: string, why: string) => `${file} kan ikke leses: ${why}`
export const noHeads = (file: string) => `${file} har ingen ender: linjer med kjede, nummer og 64 tegn.`
export const noLog = (file: string) => `${file} har ingen logg (tabellen audit).`
