import type { PageContext } from './page.tsx'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A file to be kept, which no cache on the way may keep. `fileName` is plain ASCII. */
export function sendFile(
  c: PageContext,
  form: keyof typeof TYPES,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> },
) {
  return c.body(bytes, 200, {
    'Content-Type': TYPES[form],
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  })
}
