export interface Attachment {
  readonly filename: string
  /** Media type. */
  readonly type: string
  readonly text: string
}

/** What somebody is told, in their language. */
export interface Told {
  /** Address, or number. */
  readonly to: string
  /** '' for a text message. */
  readonly subject: string
  readonly body: string
  readonly attachments: readonly Attachment[]
}

export type Words =
  | ({ readonly kind: 'told' } & Told)
  /** Nothing is left to tell. */
  | { readonly kind: 'unneeded'; readonly why: string }
  /** It can't be worded, and never will be. */
  | { readonly kind: 'broken'; readonly why: string }

/** The texts that a payload holds under these names; undefined when one is missing. */
export function textsIn<K extends string>(
  payload: unknown,
  ...names: readonly K[]
): Readonly<Record<K, string>> | undefined {
  const held: Readonly<Record<string, unknown>> = { ...(typeof payload === 'object' ? payload : {}) }
  const isText = (name: string) => typeof held[name] === 'string' && held[name] !== ''
  // Each name has been looked at.
  return names.every(isText) ? (held as Readonly<Record<K, string>>) : undefined
}

export const BROKEN: Words = { kind: 'broken', why: 'what it was to say is not there' }

export function mail(
  to: string,
  { subject, body }: { readonly subject: string; readonly body: string },
  attachments: readonly Attachment[] = [],
): Words & { readonly kind: 'told' } {
  return { kind: 'told', to, subject, body, attachments }
}
