/** Addresses of a development server alone; see `dev-pages.tsx`. */
export const devPaths = {
  setUp: '/dev/setup',
  signIn: '/dev/sign-in',
  outbox: '/dev/outbox',
  attachment: <M extends string, N extends string>(id: M, index: N) => `/dev/outbox/${id}/${index}` as const,
}
