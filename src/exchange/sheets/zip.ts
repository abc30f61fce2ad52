/** One file of a zip archive as its directory lists it. Sizes are what the archive says of itself: not to be believed. */
export interface ZipEntry {
  readonly name: string
  readonly isDeflated: boolean
  readonly size: number
  readonly declaredSize: number
  readonly offset: number
  readonly isEncrypted: boolean
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const LONGEST_COMMENT = 65_535
const DEFLATED = 8
/** A workbook of an office has a few dozen. */
const MOST_ENTRIES = 2000

/** The directory of a zip archive; undefined when there is none that holds together, or more than 2000 files. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) return undefined
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      isDeflated: view.getUint16(at + 10, true) === DEFLATED,
      size: view.getUint32(at + 20, true),
      declaredSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** What an entry holds; undefined when it is broken or holds more than `most` bytes, of which no more are ever unpacked. */
export async function unzipped(
  bytes: Uint8Array,
  { offset, size, isDeflated }: ZipEntry,
  most: number,
): Promise<Uint8Array | undefined> {
  const view = viewOf(bytes)
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY) return undefined
  const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + size)
  if (!isDeflated) return packed.length > most ? undefined : packed
  return inflated(packed, most)
}

async function inflated(packed: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || value === undefined) return joined(parts, size)
      size += value.byteLength
      if (size > most) break
      parts.push(value)
    }
    await reader.cancel()
    return undefined
  } catch {
    return undefined
  }
}

export interface ZipFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A zip archive of these files: packed when `isPacked`, else laid in as they are. Names are ASCII. */
export async function zipped(files: readonly ZipFile[], isPacked: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const data = isPacked ? await deflated(bytes) : bytes
    const nameBytes = new TextEncoder().encode(name)
    const about = { crc: crc32(bytes), size: data.length, declaredSize: bytes.length, isPacked }
    parts.push(localHeader(about, nameBytes.length), nameBytes, data)
    directory.push(directoryHeader(about, nameBytes.length, offset), nameBytes)
    offset += LOCAL_SIZE + nameBytes.length + data.length
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0)
  const all = [...parts, ...directory, endRecord(files.length, directorySize, offset)]
  return joined(all, offset + directorySize + END_SIZE)
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

interface Packed {
  readonly crc: number
  readonly size: number
  readonly declaredSize: number
  readonly isPacked: boolean
}

/** Names are UTF-8; the date is the first that the format knows, so that the same rows give the same file. */
function common(
  view: DataView,
  at: number,
  { crc, size, declaredSize, isPacked }: Packed,
  name: number,
): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, isPacked ? DEFLATED : 0, true)
  view.setUint16(at + 8, 0x0021, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, size, true)
  view.setUint32(at + 18, declaredSize, true)
  view.setUint16(at + 22, name, true)
}

function localHeader(packed: Packed, name: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(LOCAL_SIZE))
  view.setUint32(0, LOCAL_ENTRY, true)
  common(view, 4, packed, name)
  return new Uint8Array(view.buffer)
}

function directoryHeader(packed: Packed, name: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(ENTRY_SIZE))
  view.setUint32(0, DIRECTORY_ENTRY, true)
  view.setUint16(4, 20, true)
  common(view, 6, packed, name)
  view.setUint32(42, offset, true)
  return new Uint8Array(view.buffer)
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(END_SIZE))
  view.setUint32(0, END_OF_DIRECTORY, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return new Uint8Array(view.buffer)
}

function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return undefined
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** CRC-32 as zip archives have it (ISO 3309; reflected polynomial EDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})
