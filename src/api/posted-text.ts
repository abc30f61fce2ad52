/** The text of a request's body; undefined when it is more than `most` bytes, of which no more is kept. */
export async function readText(request: Request, most: number): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return undefined
  const reader = request.body?.getReader()
  const kept: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) return new Blob(kept).text()
    size += value.byteLength
    if (size > most) {
      await reader?.cancel()
      return undefined
    }
    kept.push(value)
  }
}
