/** How spreadsheets write text files: with a mark that says so, as UTF-8, or in the old alphabet of Windows. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes)
  if (encoding === undefined) return undefined
  return new TextDecoder(encoding).decode(bytes)
}

/** Undefined for what is no text: signs of the lowest order stand in no table. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, SNIFFED)
  const zeros = head.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  // Latin text of two bytes a sign has a zero in nearly every pair.
  if (zeros > head.length / 3) return bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
  if (zeros > 0 && head.some((byte) => byte < 9 && byte > 0)) return undefined
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

const SNIFFED = 2000

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return true
  } catch {
    return false
  }
}
