/**
 * A request's path as it may stand in a log: whatever opens something by itself is left out. Nothing else of an address is logged.
 */
export function maskedPath(path: string): string {
  return path.replace(/^\/+(k|d|sign-in)\/[\s\S]*$/, '/$1/…')
}

/** Calendar addresses: their secret is all there is, so that neither session nor language is looked for. */
export function isFeedPath(path: string): boolean {
  return /^\/[kd]\//.test(path)
}
