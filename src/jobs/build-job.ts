import { DurableObject } from 'cloudflare:workers'
import { advanceWork, type BuildWork, isFinished, saveWork } from '../solver/order.ts'
import { type Context, jobContext } from '../usecases/context.ts'
import { finishBuild } from '../usecases/finish-build.ts'
import { noteProgress } from '../usecases/note-progress.ts'
import { takeBuild } from '../usecases/take-build.ts'
import { isTimeToNote, noteOf, SLICE_ITERATIONS, takeUp } from './build-loop.ts'
import { createTables, findBytes, findNote, forgetAll, keepBytes, keepNote } from './job-storage.ts'

export interface BuildEnv {
  readonly DB: D1Database
  readonly MODE?: string
  readonly FEED_KEYS?: string
  readonly GROUND_KEYS?: string
}

/** Times a slice that broke is tried again, a second apart. */
const MOST_FAULTS = 3
const MILLISECONDS_PER_MINUTE = 60_000

/**
 * One build, alarm by alarm. What it works on was frozen when it was asked for, and its state is saved in its own storage after
 * each slice, so that an eviction costs one slice at most and changes nothing in the rota that comes out.
 */
export class BuildJob extends DurableObject<BuildEnv> {
  #work: BuildWork | undefined

  constructor(ctx: DurableObjectState, env: BuildEnv) {
    super(ctx, env)
    createTables(this.#sql)
  }

  /** Called by whoever stored the build; calling it again does no harm. */
  async start(buildId: string): Promise<void> {
    keepNote(this.#sql, 'build', buildId)
    await this.ctx.storage.setAlarm(Date.now())
  }

  override async alarm(): Promise<void> {
    const buildId = findNote(this.#sql, 'build')
    if (buildId === undefined) return
    try {
      const isUnderWay = await this.#advance(buildId)
      if (isUnderWay) await this.ctx.storage.setAlarm(Date.now())
      else this.#forget()
    } catch (fault) {
      await this.#fail(buildId, fault)
    }
  }

  /** One slice. False when the build is over, finished or given up. */
  async #advance(buildId: string): Promise<boolean> {
    const work = await this.#takeUp(buildId)
    if (!work) return false
    advanceWork(work, SLICE_ITERATIONS)
    if (isFinished(work)) return this.#finish(work)
    keepBytes(this.#sql, 'state', saveWork(work))
    return isTimeToNote(work) ? this.#note(work) : true
  }

  async #finish(work: BuildWork): Promise<false> {
    const { buildId } = work.order
    const finished = await finishBuild(this.#context(buildId), { work })
    if (finished.kind === 'refused') await this.#giveUp(buildId)
    return false
  }

  async #takeUp(buildId: string): Promise<BuildWork | undefined> {
    if (this.#work) return this.#work
    const taken = await takeBuild(this.#context(buildId), { buildId })
    if (taken.kind === 'refused') return undefined
    this.#work = takeUp(taken.value.orderText, findBytes(this.#sql, 'state') ?? null)
    return this.#work
  }

  /** False when somebody gave the build up meanwhile, or asked it to end with what it has. */
  async #note(work: BuildWork): Promise<boolean> {
    const noted = await noteProgress(this.#context(work.order.buildId), noteOf(work))
    if (noted.kind === 'refused') return false
    return noted.value.isToStop ? this.#finish(work) : true
  }

  async #fail(buildId: string, fault: unknown): Promise<void> {
    const faults = Number(findNote(this.#sql, 'faults') ?? 0) + 1
    console.error(`build ${buildId}, fault ${faults}`, fault)
    keepNote(this.#sql, 'faults', String(faults))
    this.#work = undefined
    if (faults < MOST_FAULTS) {
      await this.ctx.storage.setAlarm(Date.now() + 1000)
      return
    }
    await this.#giveUp(buildId)
    this.#forget()
  }

  async #giveUp(buildId: string): Promise<void> {
    await noteProgress(this.#context(buildId), { buildId, done: 0, status: 'failed' })
  }

  #forget(): void {
    this.#work = undefined
    forgetAll(this.#sql)
  }

  #context(buildId: string): Context {
    const around = {
      d1: this.env.DB,
      now: Math.floor(Date.now() / MILLISECONDS_PER_MINUTE),
      mode: this.env.MODE === 'development' ? 'development' : 'production',
      origin: '',
      secrets: this.env,
      requestId: buildId,
      startBuild: async () => {
        throw new Error(`build ${buildId} may not start another`)
      },
    } as const
    return jobContext(around, 'build')
  }

  get #sql(): DurableObjectStorage['sql'] {
    return this.ctx.storage.sql
  }
}
