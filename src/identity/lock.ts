import type { Action, Scope } from './policy.ts'

/** One way through a door: the action of the policy, and the scope that it is asked in. */
export type Way = `${Scope['kind']}:${Action}`

/** What a door or a use case asks of whoever comes. */
export type Lock =
  /** Any one of these by the policy; `asksAgain`: and who one is was shown in the last ten minutes. */
  | { readonly kind: 'may'; readonly ways: readonly Way[]; readonly asksAgain: boolean }
  /** Whoever is signed in, and nothing but what is theirs. */
  | { readonly kind: 'own'; readonly why: string; readonly asksAgain: boolean }
  /** Whoever has the secret in the address or the form, signed in or not. */
  | { readonly kind: 'secret'; readonly why: string }
  /** Everybody. */
  | { readonly kind: 'open'; readonly why: string }
  /** Everybody, on a development server alone. */
  | { readonly kind: 'dev'; readonly why: string }

export function mayBy(...ways: readonly Way[]): Lock {
  return { kind: 'may', ways, asksAgain: false }
}

export function mayFresh(...ways: readonly Way[]): Lock {
  return { kind: 'may', ways, asksAgain: true }
}

export function own(why: string): Lock {
  return { kind: 'own', why, asksAgain: false }
}

export function ownFresh(why: string): Lock {
  return { kind: 'own', why, asksAgain: true }
}

export function bySecret(why: string): Lock {
  return { kind: 'secret', why }
}

export function open(why: string): Lock {
  return { kind: 'open', why }
}

export function inDevelopment(why: string): Lock {
  return { kind: 'dev', why }
}
