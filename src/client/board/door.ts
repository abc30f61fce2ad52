import { BOARD_VERSION } from '../../core/plans/step.ts'
import type { CellKey } from '../../core/rota/assignment.ts'
import type { DraftCell, DraftStatus, EditKind } from '../../core/rota/draft.ts'
import type { Pending } from './model.ts'

/** Another was first: who, and what stands there now. */
export interface Conflict {
  readonly cell: CellKey
  /** Null where nobody edited it: the published rota has moved under it. */
  readonly by: string | null
  readonly isOwn: boolean
  readonly now: DraftCell
}

export interface NamedStep {
  readonly number: number
  readonly kind: EditKind
  readonly places: number
}

export interface StepSince extends NamedStep {
  /** Account id. */
  readonly by: string
  readonly name: string | null
}

/** Why nothing came of it. */
export type Failure =
  /** No network, no answer in time, or a server in trouble: whether it was stored is not known. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  /** Signed in, but not as the draft asks for. */
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'outdated' }
  /** Published, thrown away, or no longer one's own to edit. */
  | { readonly kind: 'closed'; readonly isGone: boolean }
  | ({ readonly kind: 'conflict' } & Conflict)
  /** It does not fit the draft as it is. */
  | { readonly kind: 'refused'; readonly reason: string }

export interface Stored {
  readonly kind: 'stored'
  readonly edits: number
  readonly cells: readonly DraftCell[]
}

export interface Reversed extends Stored {
  readonly step: NamedStep
}

export interface Changes {
  readonly kind: 'changes'
  readonly edits: number
  readonly status: DraftStatus
  readonly revision: number
  readonly cells: readonly DraftCell[]
  readonly steps: readonly StepSince[]
}

/** The draft's door on the server, asked by whom the page belongs to. */
export interface Door {
  send(pending: Pending): Promise<Stored | Failure>
  reverse(kind: 'undo' | 'redo', key: string): Promise<Reversed | Failure>
  changes(after: number): Promise<Changes | Failure>
}

/** Milliseconds until an answer is given up; the server itself gives up sooner. */
const LONGEST_WAIT = 15_000
/** Bytes that a browser still sends when the page is left. */
const MOST_KEPT_ALIVE = 60_000

/** `isUsed`: whether somebody is at work on the page. What it asks by itself does not keep a session open. */
export function doorOf(districtId: string, draftId: string, account: string, isUsed: () => boolean): Door {
  const base = `/api/districts/${encodeURIComponent(districtId)}/drafts/${encodeURIComponent(draftId)}`
  const post = <T>(path: string, said: object) => {
    const body = JSON.stringify({ version: BOARD_VERSION, account, ...said })
    const headers = { 'Content-Type': 'application/json' }
    const keepalive = body.length < MOST_KEPT_ALIVE
    return ask<T>(`${base}/${path}`, { method: 'POST', headers, body, keepalive })
  }
  return {
    async send({ key, step, seen }) {
      const answer = await post<Stored>('steps', { key, ...step, seen })
      return 'kind' in answer ? answer : { ...answer.value, kind: 'stored' }
    },
    async reverse(kind, key) {
      const answer = await post<Reversed>(kind, { key })
      return 'kind' in answer ? answer : { ...answer.value, kind: 'stored' }
    },
    async changes(after) {
      const answer = await ask<Changes>(`${base}/changes?after=${after}${isUsed() ? '&used=yes' : ''}`, {})
      return 'kind' in answer ? answer : { ...answer.value, kind: 'changes' }
    },
  }
}

type Init = RequestInit & { readonly keepalive?: boolean }

async function ask<T>(address: string, init: Init): Promise<{ readonly value: T } | Failure> {
  try {
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(LONGEST_WAIT) })
    return answer.ok ? { value: await answer.json() } : failureOf(answer)
  } catch {
    return { kind: 'unreachable' }
  }
}

/** What a refusal carries, as far as a board reads it. */
type Problem = Partial<Conflict> & { readonly kind?: string }

async function failureOf(answer: Response): Promise<Failure> {
  const { status } = answer
  if (status >= 500 || status === 429 || status === 408) return { kind: 'unreachable' }
  if (status === 401) return { kind: 'signed-out' }
  if (status === 413) return { kind: 'refused', reason: 'too-large' }
  const problem = await readProblem(answer)
  switch (problem.kind) {
    case 'reload-needed':
      return { kind: 'outdated' }
    case 'needs-strong-sign-in':
    case 'confirm-again':
      return { kind: 'unconfirmed' }
    case 'stale-revision':
      return { kind: 'closed', isGone: false }
    case 'not-found':
    case 'not-allowed':
      return { kind: 'closed', isGone: true }
    case 'cell-changed':
      return toConflict(problem) ?? { kind: 'refused', reason: problem.kind }
    default:
      // An answer that no version of ours gives comes from something in between.
      return problem.kind === undefined ? { kind: 'unreachable' } : { kind: 'refused', reason: problem.kind }
  }
}

async function readProblem(answer: Response): Promise<Problem> {
  try {
    return (await answer.json()) as Problem
  } catch {
    return {}
  }
}

function toConflict({ cell, by = null, isOwn = false, now }: Problem): Failure | undefined {
  return cell !== undefined && now ? { kind: 'conflict', cell, by, isOwn, now } : undefined
}
