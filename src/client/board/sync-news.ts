import type { Step } from '../../core/plans/step.ts'
import type { NeedId } from '../../core/rota/need.ts'
import type { Conflict, NamedStep } from './door.ts'
import type { Pending } from './model.ts'

export type SyncState =
  | 'open'
  /** No answer from the server: what is done waits, and is tried again. */
  | 'offline'
  | 'signed-out'
  /** Signed in, but not as the draft asks for. */
  | 'unconfirmed'
  /** The server is newer than the page, or somebody else has signed in: nothing more is sent from here. */
  | 'outdated'
  /** Nothing more can be stored in the draft. */
  | 'closed'

/** What somebody at the board is told. */
export type SyncNews =
  | {
      readonly kind: 'state'
      readonly state: SyncState
      readonly waiting: number
      readonly isSending: boolean
    }
  | { readonly kind: 'others'; readonly name: string | null; readonly places: number }
  | { readonly kind: 'conflict'; readonly conflict: Conflict; readonly step: Step }
  | { readonly kind: 'refused'; readonly step: Step }
  /** A new step stands on the page. */
  | { readonly kind: 'done'; readonly step: Step }
  /** A step that stood on the page is not to be stored; where there is something to say of it, that is told besides. */
  | { readonly kind: 'dropped'; readonly step: Step }
  | {
      readonly kind: 'reversed'
      readonly what: 'undo' | 'redo'
      readonly step: Omit<NamedStep, 'number'>
      /** The duty of one of its places. */
      readonly needId: NeedId | undefined
    }
  | {
      readonly kind: 'not-reversed'
      readonly what: 'undo' | 'redo'
      readonly why: 'nothing' | 'net' | Conflict
    }
  /** The published rota is another than the page judges by. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'closed'; readonly why: WhyClosed }
  /** Steps that can't be stored any more: they are told, to be copied. */
  | { readonly kind: 'left'; readonly steps: readonly Pending[] }

export type WhyClosed =
  | 'published'
  | 'discarded'
  | 'gone'
  /** The server takes no more, and could not be asked why. */
  | 'unknown'
