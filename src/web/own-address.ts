/** Path and query of a page of our own, or undefined: nobody is sent to another site, however its address is dressed up. */
export function toOwnAddress(text: string): string | undefined {
  const here = 'https://here.invalid'
  const address = text.startsWith('/') && URL.canParse(text, here) ? new URL(text, here) : undefined
  // Two slashes at the start name another site, also where dots before them have been taken away.
  if (address?.origin !== here || address.pathname.startsWith('//')) return undefined
  return address.pathname + address.search
}
