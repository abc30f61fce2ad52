import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildNode } from '../../../scripts/build-node.ts'
import { OWN_FEED_OPTIONS } from '../../../src/core/rota/feed-choice.ts'
import type { PersonId } from '../../../src/core/rota/person.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { cityRota } from '../city.ts'
import { Desk } from './desk.ts'
import { Server } from './server.ts'
import { addDistrict, addDraft, addLink, openWorld, publish, signIn, TOWN_OF_40 } from './world.ts'

/** A calendar's address, and whose duties it shows; null = the whole district's. */
export interface Link {
  readonly path: string
  readonly personId: PersonId | null
}

export interface Town {
  readonly rota: Rota
  readonly server: Server
  readonly desk: Desk
  /** The doctors' own in turn, those of the whole district last. */
  readonly links: readonly Link[]
}

/** Of the plan that is published, and of one for a short run. */
export const WEEKS = 26
export const FEW_WEEKS = 6

/** A town of 40 doctors with so many weeks published, served by a process of its own over a file, while `act` asks it. */
export async function withTown(
  weeks: number,
  links: Record<'own' | 'district', number>,
  act: (town: Town) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-feeds-'))
  const [bundle, database] = [join(folder, 'server.mjs'), join(folder, 'db.sqlite')]
  let server: Server | undefined
  try {
    await buildNode(bundle)
    const rota = cityRota(40, weeks, TOWN_OF_40, [])
    const made = await makeTown(database, rota, links)
    server = await Server.start(bundle, database)
    await act({ rota, server, desk: new Desk(server, made.cookie, rota.district.id), links: made.links })
  } finally {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTown(database: string, rota: Rota, amounts: Record<'own' | 'district', number>) {
  const world = await openWorld(database)
  const { district } = rota
  const ctx = await addDistrict(world, rota)
  await publish(ctx, district.id, await addDraft(ctx, rota, rota.from, rota.to), (publishing) => publishing())
  const links: Link[] = []
  for (let index = 0; index < amounts.own + amounts.district; index++) {
    const { personId } = district.doctors[index % district.doctors.length] ?? { personId: '' }
    const isDistrict = index >= amounts.own
    const choice = isDistrict
      ? ({ kind: 'district', districtId: district.id, options: { scope: { kind: 'all' } } } as const)
      : ({ kind: 'own', options: OWN_FEED_OPTIONS } as const)
    links.push({
      path: await addLink(ctx, personId, district.id, choice),
      personId: isDistrict ? null : personId,
    })
  }
  const cookie = await signIn(ctx)
  world.close()
  return { links, cookie }
}
