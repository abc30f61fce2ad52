import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { extname } from 'node:path'
import { buildClient } from '../../scripts/build-client.ts'
import type { DraftCell } from '../../src/core/rota/draft.ts'
import type { LocalDate } from '../../src/core/time/local-date.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { writeAll } from '../../src/data/database.ts'
import { dayNoteWrites } from '../../src/data/day-note-store.ts'
import { draftWrites } from '../../src/data/draft-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { filledExample } from './filled-example.ts'
import { emptyInstallation } from './installation.ts'
import { pagesAs } from './pages-as.ts'

/** The pages over a filled half year of Fjordane, in this process: every view of it without a build to wait for. */
export interface ServedBoard {
  readonly address: string
  readonly stop: () => Promise<void>
}

export const DRAFT_PATH = '/districts/fjordane/drafts/spring'
/** Four weeks about Easter, on the first two lines only. */
export const SHORT_PATH = '/districts/fjordane/drafts/easter'

const FROM = '2027-01-04'
const MEDIA: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export async function serveBoard(): Promise<ServedBoard> {
  await buildClient()
  const ctx = await emptyInstallation()
  await fill(ctx)
  const app = pagesAs(ctx)
  const server = createServer(async (asked, answer) => {
    const url = new URL(asked.url ?? '/', 'http://localhost')
    const file = `dist/client${url.pathname}`
    if (extname(url.pathname) in MEDIA && existsSync(file)) {
      answer.writeHead(200, { 'Content-Type': MEDIA[extname(url.pathname)] ?? '' })
      answer.end(readFileSync(file))
      return
    }
    const response = await app.request(await toRequest(asked))
    answer.writeHead(response.status, Object.fromEntries(response.headers))
    answer.end(await response.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('no free port')
  return { address: `http://localhost:${place.port}`, stop: () => close(server) }
}

async function fill(ctx: Context): Promise<void> {
  const rota = filledExample('fjordane', FROM, 26)
  const { district } = rota
  await importDistrict(ctx, {
    text: writeDistrictFile({ version: 1, district, timeline: null }),
    isCoordinating: true,
  })
  const lineIds = district.lines.map((line) => line.id)
  const draftOf = (id: string, name: string, from: LocalDate, to: LocalDate, lines: readonly string[]) => {
    const own = rota.needs.filter(({ date, lineId }) => date >= from && date < to && lines.includes(lineId))
    const ids = new Set(own.map((need) => need.id))
    const cells: DraftCell[] = [...rota.cells.values()]
      .filter(({ needId }) => ids.has(needId))
      .map((cell, index) => ({
        ...cell,
        locked: index % 41 === 0,
        note: index % 53 === 0 ? 'Ring først' : '',
        edit: 0,
      }))
    const draft = { id, name, from, to, lineIds: lines, baseRevision: 0, status: 'draft' as const }
    return draftWrites('fjordane', draft, cells, 'a', ctx.now)
  }
  await writeAll(ctx.db, [
    ...draftOf('spring', 'Vår 2027', FROM, addDays(FROM, 182), lineIds),
    ...draftOf('easter', 'Påske 2027', '2027-03-15', '2027-04-12', lineIds.slice(0, 2)),
    ...dayNoteWrites('fjordane', '2027-03-18', 'Akuttkurs: tre leger er borte', ''),
  ])
}

async function toRequest(asked: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of asked) chunks.push(chunk)
  const { method = 'GET', headers, url = '/' } = asked
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
  const type = headers['content-type']
  return new Request(`http://localhost${url}`, {
    method,
    headers: type === undefined ? {} : { 'Content-Type': type },
    ...body,
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
