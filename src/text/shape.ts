/** What a language must have where bokmål has `T`: the same keys, and functions of the same arguments; the words are its own. */
export type Shape<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (...args: infer A) => infer R
      ? (...args: A) => Shape<R>
      : { readonly [K in keyof T]: Shape<T[K]> }
