import { randomUUID } from 'node:crypto'
import { cellKey } from '../../../src/core/rota/assignment.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import type { PersonId } from '../../../src/core/rota/person.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { MINUTES_PER_DAY } from '../../../src/core/time/minute.ts'
import type { Answer, Server } from './server.ts'

/** A duty that changes hands. */
export interface Change {
  readonly need: Need
  readonly giver: PersonId
  readonly taker: PersonId
}

/** A coordinator who works by the same doors as a browser: steps by JSON, the rest by forms. */
export class Desk {
  readonly #server: Server
  readonly #cookie: string
  readonly #home: string

  constructor(server: Server, cookie: string, districtId: string) {
    this.#server = server
    this.#cookie = cookie
    this.#home = `/districts/${districtId}`
  }

  /** Changes one published duty at this revision: the request that publishes, and nothing else. */
  async amendAt(revision: string, { need, taker }: Pick<Change, 'need' | 'taker'>): Promise<void> {
    const duty = `${this.#home}/duties/${encodeURIComponent(need.id)}/0`
    await this.#post(`${duty}/amend`, { revision, person: taker, origin: 'swap', note: '', waives: 'yes' })
  }

  /** A draft of one day on one line. */
  async openDraft({ date, lineId }: Need): Promise<string> {
    const asked = { name: 'Bytte', from: date, to: date, line: lineId }
    const { headers } = await this.#post(`${this.#home}/new-draft`, asked)
    return String(headers.location).split('?')[0] ?? ''
  }

  async assign(draft: string, { need, taker }: Change, seen: number): Promise<number> {
    const cell = { needId: need.id, seat: 0 }
    const body = {
      version: 1,
      key: randomUUID(),
      kind: 'assign',
      intents: [{ kind: 'assign', cell, personId: taker }],
      seen: { [cellKey(cell)]: seen },
    }
    const answer = await this.#ask(`/api${draft}/steps`, 'application/json', JSON.stringify(body))
    if (answer.status !== 200)
      throw new Error(`a step is answered ${answer.status}: ${answer.body.slice(0, 300)}`)
    return (JSON.parse(answer.body) as { readonly edits: number }).edits
  }

  /** What the page that publishes sends, everything that can be accepted accepted. */
  async lookOver(draft: string): Promise<Readonly<Record<string, string>>> {
    const fields = fieldsOf(await this.#read(`${draft}/publish`), 'id="publish"')
    return { ...fields, reason: 'bytte' }
  }

  async publish(draft: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.#post(`${draft}/publish`, fields)
  }

  async #read(path: string): Promise<string> {
    const { status, body } = await this.#server.ask(path, { headers: { Cookie: this.#cookie } })
    if (status !== 200) throw new Error(`${path} answers ${status}`)
    return body
  }

  async #post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const body = new URLSearchParams(fields).toString()
    const answer = await this.#ask(path, 'application/x-www-form-urlencoded', body)
    if (answer.status === 303) return answer
    const told = /<div[^>]*ds-alert[^>]*>([\s\S]{0,300})/.exec(answer.body)?.[1]
    throw new Error(`${path} answers ${answer.status}: ${told?.replaceAll(/<[^>]*>/g, ' ')}`)
  }

  #ask(path: string, type: string, body: string): Promise<Answer> {
    const length = String(Buffer.byteLength(body))
    const headers = {
      Cookie: this.#cookie,
      Origin: this.#server.origin,
      'Content-Type': type,
      'Content-Length': length,
    }
    return this.#server.ask(path, { method: 'POST', headers, body })
  }
}

/** The fields of the form that has this mark, its ticks ticked and its texts filled in. */
function fieldsOf(page: string, mark: string): Record<string, string> {
  const form = page.split('<form').find((part) => part.slice(0, part.indexOf('>')).includes(mark))
  if (form === undefined) throw new Error(`no form with ${mark}`)
  const fields: Record<string, string> = {}
  for (const [, tag, marks = ''] of form.split('</form>')[0]?.matchAll(/<(input|textarea)([^>]*)>/g) ?? []) {
    const name = plain(/ name="([^"]*)"/.exec(marks)?.[1] ?? '')
    if (name !== '')
      fields[name] = tag === 'textarea' ? 'avtalt' : plain(/ value="([^"]*)"/.exec(marks)?.[1] ?? '')
  }
  return fields
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Duties that may change hands one after the other, no two at the same hour: each to somebody who is free for three days about it. */
export function changesIn(rota: Rota, most: number): Change[] {
  const held = new Map<PersonId, number[]>(rota.district.doctors.map(({ personId }) => [personId, []]))
  const holders = new Map<string, PersonId>()
  for (const { needId, slices } of rota.cells.values())
    if (slices[0]?.personId) holders.set(needId, slices[0].personId)
  for (const { id, start } of rota.needs) held.get(holders.get(id) ?? '')?.push(start)
  const taken = new Set<number>()
  const changes: Change[] = []
  for (const need of rota.needs) {
    const giver = holders.get(need.id)
    const line = rota.district.lines.find(({ id }) => id === need.lineId)
    if (giver === undefined || line?.form !== 'home' || taken.has(need.start)) continue
    const isFree = (starts: readonly number[]) =>
      starts.every((start) => Math.abs(start - need.start) > 3 * MINUTES_PER_DAY)
    const turn = [...held]
      .slice(changes.length % held.size)
      .concat([...held].slice(0, changes.length % held.size))
    const taker = turn.find(([personId, starts]) => personId !== giver && isFree(starts))?.[0]
    if (taker === undefined) continue
    held.get(taker)?.push(need.start)
    taken.add(need.start)
    changes.push({ need, giver, taker })
    if (changes.length === most) break
  }
  return changes
}
