import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Table, tablesOf } from '../support/walls/canaries.ts'
import { freshDatabase } from './fresh-database.ts'

/** Names of what tells whose a thing is: a district, a municipality, a person, an account, or a secret's hash. */
const SCOPE =
  /\b(PlacedGround|NoticeKey|ExemptionKey|DoctorKey|districtIds?|district|persons?|personIds?|accountIds?|accounts?|municipality|municipalities|numbers?|scope\w*|memberships?|hash|hashes|secretHash|stateHash|browserHash|chain|email)\b/i

/** What takes none and asks the database, or writes by a bare id: why that is safe. */
const UNSCOPED: Readonly<Record<string, string>> = {
  'account-store findAccount': 'The id is the account’s own.',
  'account-store listAccountsAt': 'Accounts of the examples, on a development server.',
  'audit-store listAuditHeads': 'For the command that verifies every chain.',
  'build-store listBuildsUnderWay': 'For the process that takes up builds at its start.',
  'build-store findBuild': 'For jobs, which know nothing but the id they were started with.',
  'build-store buildProgressWrites': 'Of a build that was found in its district, or by its job.',
  'build-store buildStopWrites': 'Of a build that was found in its district.',
  'build-store buildMoveWrites': 'Of a build that was found in its district.',
  'build-store buildGuard': 'Of a build that was found in its district, or by its job.',
  'build-order-store buildOrderWrites': 'Of a build that is stored with it.',
  'build-order-store findBuildOrder': 'Told only with a build that was found in its district.',
  'build-order-store buildStateWrites': 'For jobs.',
  'build-order-store findBuildState': 'For jobs.',
  'build-order-store buildOrderRemovals': 'Of a build that was found in its district, or by its job.',
  'challenge-store useChallengeWrites': 'By the hash of what a browser was given.',
  'retention-store countGoing': 'For the night, and what it would do.',
  'feed-body-store findFeedBody': 'The key of a text names its person or its district.',
  'feed-body-store feedBodyWrites': 'The key of a text names its person or its district.',
  'feed-store endLinkWrites': 'The links are chosen by a query of whoever ends them.',
  'feed-store feedFetchWrites': 'Of a link that was found by its secret.',
  'ground-store listSealsInUse': 'Ids of keys, for the night.',
  'identity-store findIdentity': 'Issuer and subject are whose it is.',
  'installation-store findClaim': 'Of the installation.',
  'installation-store listLedDistricts':
    'For the administrator, who is told what districts are called and whether anybody leads them.',
  'installation-store listLedMunicipalities': 'For the administrator, as of districts.',
  'installation-store listMunicipalities': 'For the administrator: numbers.',
  'installation-store listDisabledAccounts': 'For the administrator.',
  'invitation-store listInstallationInvitations': 'For the administrator, of what administrators offered.',
  'issuer-store listIssuers': 'Of the installation: everybody who signs in sees their names.',
  'issuer-store findIssuer': 'Of the installation.',
  'log-actor-store listLogAccounts': 'Ids that stand in the log of the scope that was asked for.',
  'login-link-store tryCode': 'By the browser that asked.',
  'own-data-store listOwnData': 'Its key is an account and its person.',
  'outbox-store claimMessages': 'For the job that sends.',
  'outbox-store coveredMessageWrites': 'For the job that sends.',
  'outbox-store sentMessageWrites': 'For the job that sends.',
  'outbox-store failedMessageWrites': 'For the job that sends.',
  'outbox-store listLatestMessages': 'For a development server.',
  'outbox-store findKeptMessage': 'For a development server.',
  'passkey-store findPasskeyHolder': 'The credential is whose it is.',
  'rate-store countTry': 'The key holds a hash of whoever tries.',
  'undelivered-store listKnownKeys': 'Keys of messages that were found in their district.',
}

/** Removes by time alone, whoever it is of. */
const NIGHT = /^(forget|expired)[A-Z]\w*(Writes|Removals)$/

interface StoreFunction {
  readonly name: string
  readonly parameters: string
}

const functions: readonly StoreFunction[] = readdirSync('src/data')
  .filter((file) => file.endsWith('-store.ts'))
  .flatMap((file) => {
    const source = readFileSync(`src/data/${file}`, 'utf8')
    const found = source.matchAll(/^export (?:async )?function (\w+)(?:<[^>]*>)?\(/gm)
    return [...found].map((start) => ({
      name: `${file.replace('.ts', '')} ${start[1]}`,
      parameters: upToClosing(source.slice(start.index + start[0].length)).replace(/\s+/g, ' '),
    }))
  })

function upToClosing(text: string): string {
  let depth = 1
  const end = [...text].findIndex((letter) => {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    return depth === 0
  })
  return text.slice(0, end)
}

describe('every function of a store', () => {
  it('is looked at', () => {
    expect(functions.length).toBeGreaterThan(200)
  })

  it('takes whose it is about, or stands on the list with its reason', () => {
    const bare = functions.filter(isBare).map(({ name }) => name)
    expect(bare.filter((name) => !Object.hasOwn(UNSCOPED, name))).toEqual([])
  })

  it('stands on that list only while it is there and bare', () => {
    const bare = functions.filter(isBare).map(({ name }) => name)
    expect(Object.keys(UNSCOPED).filter((name) => !bare.includes(name))).toEqual([])
  })
})

/** Asks the database, or writes by an id; what is stored as a whole says itself whose it is. */
function isBare({ name, parameters }: StoreFunction): boolean {
  const own = name.split(' ')[1] ?? ''
  if (SCOPE.test(parameters) || NIGHT.test(own)) return false
  if (/\bdb: Database\b/.test(parameters)) return true
  return /(Writes|Removals|Guard)$/.test(own) && /\b(id|ids|key|\w+Id)\b/.test(parameters)
}

describe('every foreign key', () => {
  let tables: readonly Table[]

  beforeAll(async () => {
    tables = await tablesOf(freshDatabase().d1)
  })

  it('between two tables of a district carries the district', () => {
    const parentOf = (name: string) => tables.find((table) => table.name === name)
    const loose = tables.flatMap((table) =>
      table.keys
        .filter(({ table: parent }) => isOfDistrict(table) && isOfDistrict(parentOf(parent)))
        .filter(
          ({ columns }) =>
            !columns.some(([own, theirs]) => own === 'district_id' && theirs === 'district_id'),
        )
        .map((key) => `${table.name} → ${key.table}`),
    )
    expect(loose).toEqual([])
    expect(tables.flatMap(({ keys }) => keys).length).toBeGreaterThan(80)
  })

  it('is there for each id of another table, or there is a reason', () => {
    const bare = tables.flatMap((table) => {
      const held = new Set(table.keys.flatMap(({ columns }) => columns.map(([own]) => own)))
      const ids = table.columns.filter(({ name }) => OF_ANOTHER.test(name) && !held.has(name))
      return ids.filter(({ name }) => !isOwnKey(table, name)).map(({ name }) => `${table.name}.${name}`)
    })
    expect(bare.filter((column) => !REFERS_TO_NOTHING.some(([known]) => known.test(column)))).toEqual([])
  })
})

const OF_ANOTHER =
  /^(district|person|line|need|draft|assignment|position|account|build|feed|exemption|issuer)_id$/

/** Columns that hold an id and refer to nothing, and why. */
const REFERS_TO_NOTHING: readonly (readonly [column: RegExp, why: string])[] = [
  [
    /^(area_change|title_change|name_change|departure)\./,
    'Stamps that triggers set while their line, person or doctor goes.',
  ],
  [/^(audit|outbox)\.district_id$/, 'They outlive what they tell of.'],
  [/^booking\.person_id$/, 'Its assignment refers to the doctor, and a trigger keeps the two alike.'],
  [/^publication\.draft_id$/, 'A publication outlives its draft.'],
  [
    /^(draft_cell|draft_edit_change|draft_comment|wish|waived_duty)\.need_id$/,
    'Of a duty that is planned, and may not be stored yet.',
  ],
  [/^need_version\.line_id$/, 'As it was; the need itself refers to its line.'],
]

function isOfDistrict(table: Table | undefined): boolean {
  return table?.columns.some(({ name }) => name === 'district_id') ?? false
}

function isOwnKey(table: Table, column: string): boolean {
  return column === 'id' || table.name === column.replace(/_id$/, '')
}
